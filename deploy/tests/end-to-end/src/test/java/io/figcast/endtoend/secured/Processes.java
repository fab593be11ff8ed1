package io.figcast.endtoend.secured;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that run to their end, and where the started ones are found. */
final class Processes {

    static final Path ROOT = root();

    private Processes() {
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path with the broker's own jars. */
    static String brokerClassPath() throws IOException {
        return ROOT.resolve("deploy/local/target/classes") + ":"
                + Files.readString(ROOT.resolve("deploy/local/target/classpath")).strip();
    }

    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(command[0] + " failed: " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command[0] + " was interrupted", interrupted);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("compute-service"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
