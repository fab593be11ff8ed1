package io.figcast.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.figcast.local.server.Child;
import io.figcast.local.server.ServerFailedException;

/** Keeps one server running: starts it, and starts it again when it dies, later each time if it dies young. */
final class Supervisor {

    private static final Duration YOUNG = Duration.ofSeconds(20);
    private static final int HOPELESS = 5;

    private final String name;
    private final Supplier<Child> starter;
    private volatile boolean stopping;
    private volatile @Nullable Child child;
    private volatile @Nullable ServerFailedException failure;

    Supervisor(String name, Supplier<Child> starter) {
        this.name = name;
        this.starter = starter;
    }

    void start() {
        Thread thread = new Thread(this::run, name + "-supervisor");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        int deathsInARow = 0;
        while (!stopping) {
            long startedAt = System.nanoTime();
            try {
                Child started = starter.get();
                child = started;
                int code = started.process().waitFor();
                boolean young = System.nanoTime() - startedAt < YOUNG.toNanos();
                deathsInARow = young ? deathsInARow + 1 : 1;
                if (!stopping) {
                    afterDeath(code, deathsInARow);
                }
            } catch (ServerFailedException e) {
                failure = e;
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failure = new ServerFailedException(name + " could not be started: " + e);
                return;
            }
        }
    }

    private void afterDeath(int code, int deathsInARow) throws InterruptedException {
        if (deathsInARow >= HOPELESS) {
            throw new ServerFailedException(name + " died " + deathsInARow + " times in a row, the last time with exit code "
                    + code + "; its own lines above say why.");
        }
        System.out.println(name + " died with exit code " + code + " and is started again.");
        TimeUnit.SECONDS.sleep(deathsInARow == 1 ? 0 : 1L << (deathsInARow - 2));
    }

    /** @throws ServerFailedException if the server could not be kept running */
    void check() {
        ServerFailedException reason = failure;
        if (reason != null) {
            throw reason;
        }
    }

    /** From now on an end is expected. */
    void expectEnd() {
        stopping = true;
    }

    /** Asks the server to end, and does not wait for it. */
    void stop() {
        expectEnd();
        Child present = child;
        if (present != null) {
            present.process().destroy();
        }
    }

    /** Waits for the server's end, if it has been started. */
    void awaitEnd(Duration patience) {
        Child present = child;
        if (present != null) {
            present.awaitEnd(patience);
        }
    }

    boolean isAlive() {
        Child present = child;
        return present != null && present.isAlive();
    }
}
