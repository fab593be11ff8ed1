package io.figcast.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until a server that was just started answers, or says in one sentence why it never will. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Readiness() {
    }

    static void await(String name, Child child, Path log, Duration patience, BooleanSupplier ready) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.isAlive()) {
                throw new ServerFailedException(name + " ended while starting: " + lastLine(log));
            }
            if (System.nanoTime() > end) {
                child.kill();
                throw new ServerFailedException(
                        name + " was not ready within " + patience.toSeconds() + " s: " + lastLine(log));
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                child.kill();
                throw new ServerFailedException("Interrupted while " + name + " was starting.");
            }
        }
    }

    /** The line of the log that says most: the last one about an error, else the last one. */
    static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
            return lines.stream().filter(Readiness::tellsAnError).reduce((first, second) -> second)
                    .orElseGet(() -> lines.isEmpty() ? "it wrote no log" : lines.get(lines.size() - 1)).strip();
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    private static boolean tellsAnError(String line) {
        return line.matches("(?i).*(caused by|no space left|already in use|exception:|error|fatal).*");
    }
}
