package io.figcast.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import io.figcast.local.server.ServerFailedException;
import sun.misc.Signal;

/** What {@code ./start} runs: the whole of Figcast in one terminal, until Ctrl-C or SIGTERM. */
public final class Start {

    /** The checkout's directory, which holds the built services. */
    private static final String ROOT_PROPERTY = "figcast.root";

    private Start() {
    }

    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(usage());
                return;
            }
            Path root = Path.of(System.getProperty(ROOT_PROPERTY, ".")).toAbsolutePath().normalize();
            run(new LocalSystem(root, options, OwnFile.checked(options)));
        } catch (ServerFailedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(LocalSystem system) {
        AtomicBoolean stopping = new AtomicBoolean();
        stopOn("INT", 130, system, stopping);
        stopOn("TERM", 143, system, stopping);
        stopOn("HUP", 129, system, stopping);
        try {
            system.start();
            system.awaitEnd();
        } catch (RuntimeException e) {
            if (stopping.compareAndSet(false, true)) {
                system.stop();
                System.err.println(e instanceof ServerFailedException ? e.getMessage() : "Figcast could not start: " + e);
                Runtime.getRuntime().halt(1);
            }
            system.awaitEnd();
        }
    }

    /** The first signal ends everything in good order, the second at once; a shutdown hook would not see the second. */
    private static void stopOn(String signal, int exitCode, LocalSystem system, AtomicBoolean stopping) {
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

    private static String usage() {
        try (InputStream text = Objects.requireNonNull(Start.class.getResourceAsStream("usage.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
