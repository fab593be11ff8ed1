package io.figcast.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.figcast.local.Options.Part;
import io.figcast.local.dataset.OwnDataset;
import io.figcast.local.dataset.OwnDatasets;
import io.figcast.local.dataset.SavedConfiguration;
import io.figcast.local.dataset.UnusableDatasetException;
import io.figcast.local.server.Child;
import io.figcast.local.server.Java;
import io.figcast.local.server.RedisValue;
import io.figcast.local.server.RunDirectory;
import io.figcast.local.server.ServerFailedException;
import sun.misc.Signal;

/** What {@code ./start}, or {@code bin/figcast} of a release, runs: Figcast in one terminal, until Ctrl-C or SIGTERM. */
public final class Start {

    /** The directory of the checkout or of the release, which holds the services. */
    private static final String ROOT_PROPERTY = "figcast.root";
    private static final Duration LISTED_WITHIN = Duration.ofSeconds(10);
    private static final Duration READ_WITHIN = Duration.ofSeconds(4);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(1);

    private final Path root;
    private final Options options;
    private final OwnDatasets datasets;
    private final LocalSystem system;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Start(Path root, Options options, RunDirectory directory, InputStream standardInput) {
        this.root = root;
        this.options = options;
        Path scratch = directory.path().resolve("input");
        this.datasets = OwnDatasets.named(options.datasets(), standardInput, scratch);
        if (options.save()) {
            new SavedConfiguration(root).requirePossible(datasets, scratch);
        }
        this.system = new LocalSystem(root, options, directory, datasets);
    }

    public static void main(String[] arguments) {
        int code = 0;
        try {
            Optional<Options> options = Options.parse(arguments);
            if (options.isPresent()) {
                code = run(options.get());
            } else {
                System.out.print(Arguments.usage());
            }
        } catch (UnknownOptionException e) {
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static int run(Options options) {
        Path root = Path.of(System.getProperty(ROOT_PROPERTY, ".")).toAbsolutePath().normalize();
        try (RunDirectory directory = RunDirectory.create(Path.of(System.getProperty("java.io.tmpdir")))) {
            new Start(root, options, directory, System.in).run();
            return 0;
        } catch (UnusableDatasetException | ServerFailedException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private void run() {
        stopOn("INT", 130);
        stopOn("TERM", 143);
        stopOn("HUP", 129);
        try {
            system.start();
            announce();
            system.awaitEnd();
        } catch (RuntimeException e) {
            if (stopping.compareAndSet(false, true)) {
                system.stop();
                System.err.println(e instanceof ServerFailedException || e instanceof UnusableDatasetException ? e.getMessage()
                        : "Figcast could not start: " + e);
                Runtime.getRuntime().halt(1);
            }
            system.awaitEnd();
        }
    }

    private void announce() {
        Optional<String> shown = datasets.first().map(OwnDataset::name);
        String report = options.starts(Part.CHART) && options.starts(Part.COMPUTE) ? report() : "";
        System.out.println("\nFigcast is ready.\n\n" + system.addresses(shown) + "\n" + report + saved()
                + "\nCtrl-C stops everything.\n");
        if (options.opensBrowser() && options.starts(Part.CHART)) {
            Desktop.open(system.dashboard(shown));
        }
        trainInBackground();
    }

    /** Keeps reporting what is still being read. */
    private void followReading(DatasetReport report) {
        StillReading rest = new StillReading(report);
        Thread thread = new Thread(() -> {
            while (!rest.isOver() && !stopping.get()) {
                LockSupport.parkNanos(NEWS_EVERY.toNanos());
                rest.news(news()).forEach(System.out::println);
            }
        }, "reading");
        thread.setDaemon(true);
        thread.start();
    }

    /** A file that is read within seconds is waited for; a larger one is reported as being read. */
    private String report() {
        system.await(LISTED_WITHIN, () -> news().isBegun());
        system.await(READ_WITHIN, () -> news().isComplete());
        DatasetReport report = news();
        String text = report.text();
        system.await(LISTED_WITHIN, () -> {
            ListedDatasets listed = new ListedDatasets(system.chart().get("/api/datasets").orElse(""));
            return datasets.isEmpty() ? listed.isSettled()
                    : datasets.list().stream().filter(report::isShown).map(OwnDataset::name).allMatch(listed::offers);
        });
        followReading(report);
        return text.isEmpty() ? "" : text + "\n";
    }

    private DatasetReport news() {
        return new DatasetReport(datasets.list(), key -> RedisValue.get(options.port(Part.REDIS), key));
    }

    /** What makes later starts fast is made after the first one of each build, at the lowest priority. */
    private void trainInBackground() {
        if ("never".equals(System.getenv("FIGCAST_BUILD")) || !Files.isWritable(root) || !new Training(root).isDue()) {
            return;
        }
        try {
            Path log = Files.createDirectories(root.resolve(".figcast")).resolve("training.log");
            Child.start(new ProcessBuilder("nice", "-n", "19", Java.executable(), "-Xmx64m", "-XX:+UseSerialGC", "-cp",
                    Java.classPathOfThisModule(), Training.class.getName(), root.toString()).redirectErrorStream(true)
                    .redirectOutput(log.toFile()));
        } catch (ServerFailedException | IOException e) {
            // No nice or no place here: the next start takes as long as this one.
        }
    }

    private String saved() {
        if (!options.save()) {
            return "";
        }
        SavedConfiguration configuration = new SavedConfiguration(root);
        configuration.write(datasets.properties());
        return "\nSaved in " + configuration.file() + ": from now on " + Arguments.command()
                + " alone does the same.\n";
    }

    /** The first signal stops everything gracefully, the second at once; a shutdown hook would not see the second. */
    private void stopOn(String signal, int exitCode) {
        Signal.handle(new Signal(signal), received -> {
            if (stopping.compareAndSet(false, true)) {
                new Thread(() -> {
                    System.out.println("Stopping ...");
                    system.stop();
                    Runtime.getRuntime().halt(exitCode);
                }, "stop").start();
            } else {
                system.kill();
                Runtime.getRuntime().halt(exitCode);
            }
        });
    }
}
