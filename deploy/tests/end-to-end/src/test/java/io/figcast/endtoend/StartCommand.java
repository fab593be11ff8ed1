package io.figcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./start} with its options, as a process whose whole output goes to a file. */
record StartCommand(Path script, Map<String, String> environment, List<String> options) {

    /** The checkout's directory. */
    static final Path ROOT = Path.of(System.getProperty("figcast.root", "../../..")).toAbsolutePath().normalize();

    /** The checkout's own script; a test never builds, it takes what the build before it made. */
    static StartCommand of(String... options) {
        return new StartCommand(ROOT.resolve("start"), Map.of("FIGCAST_BUILD", "never"), List.of(options));
    }

    /** What is built here, in a directory of its own that has no configuration. */
    static Path checkoutIn(Path directory) throws IOException {
        Path checkout = Files.createDirectory(directory.resolve("checkout"));
        Files.copy(ROOT.resolve("start"), checkout.resolve("start"));
        for (String built : List.of("deploy", "compute-service", "chart-service")) {
            Files.createSymbolicLink(checkout.resolve(built), ROOT.resolve(built));
        }
        return checkout;
    }

    /** @param code the exit code; 143 if it had to be ended because it did not end by itself */
    record Outcome(int code, String output) {
    }

    /** Runs it to its end, which is expected within seconds. */
    Outcome run() {
        try {
            Path output = Files.createTempFile("figcast-start", ".log");
            Process process = begin(output);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroy();
            }
            int code = process.waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            return new Outcome(code, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Process begin(Path output) throws IOException {
        return begin(ProcessBuilder.Redirect.PIPE, output);
    }

    Process begin(ProcessBuilder.Redirect input, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            // A build in the background ignores Ctrl-C, and so would everything it starts.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(script.toString());
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
