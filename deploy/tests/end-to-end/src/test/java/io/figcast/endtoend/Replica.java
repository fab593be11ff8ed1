package io.figcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.figcast.local.server.Child;
import io.figcast.local.server.ClassArchive;
import io.figcast.local.server.FreePort;

/** One process of one of the two services, as it is shipped; it can be killed, frozen and started again on its port. */
final class Replica {

    private final String module;
    private final Path log;
    private final Map<String, String> settings;
    private final int port = FreePort.find();
    private @Nullable Child child;

    Replica(String module, Path log, Map<String, String> settings) {
        this.module = module;
        this.log = log;
        this.settings = Map.copyOf(settings);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Starts the process and returns at once. What it writes goes behind what its forerunners wrote. */
    void start() {
        Path home = StartCommand.ROOT.resolve(module);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("src/main/docker/jvm.options"), "-Xmx384m", "-XX:TieredStopAtLevel=1", // it lives too short for more
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port));
        Path jar = home.resolve("target/quarkus-app/quarkus-run.jar");
        command.addAll(ClassArchive.of(home.resolve("target"), jar).flags());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        child = Child.start(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    String name() {
        return module + ' ' + port;
    }

    /** So that what is measured next is what is held. */
    void collectGarbage() {
        try {
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid()), "GC.run").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Memory in MiB, threads and sockets, as the process itself and the operating system count them. */
    Map<String, Double> used() {
        Path process = Path.of("/proc", Long.toString(pid()));
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            double sockets = files.filter(Replica::isSocket).count();
            String metrics = new String(uri().resolve("q/metrics").toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
            double heap = metrics.lines().filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum() / (1 << 20);
            return Map.of("heap", heap, "threads", status(process, "Threads"), "resident", status(process, "VmRSS") / 1024,
                    "sockets", sockets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static double status(Path process, String name) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream().filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }

    private long pid() {
        if (child == null) {
            throw new IllegalStateException("not started");
        }
        return child.pid();
    }

    boolean isAlive() {
        return child != null && child.isAlive();
    }

    boolean isReady() {
        return answers("q/health/ready");
    }

    boolean isLive() {
        return answers("q/health/live");
    }

    private boolean answers(String path) {
        try {
            HttpURLConnection health = (HttpURLConnection) uri().resolve(path).toURL().openConnection();
            health.setConnectTimeout(1_000);
            health.setReadTimeout(5_000);
            return health.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGTERM; the process ends when it has done what it had begun. */
    void stop(Duration patience) {
        if (child != null) {
            child.stop(patience);
        }
    }

    int exitCode() {
        return child == null ? 0 : child.process().exitValue();
    }

    void kill() {
        if (child != null) {
            child.kill();
        }
    }

    void pause() {
        if (child != null) {
            child.pause();
        }
    }

    void resume() {
        if (child != null) {
            child.resume();
        }
    }

    /** Everything that this process and those before it wrote. */
    String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
