package io.figcast.local.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One process that this JVM started and that lives no longer than it: it is killed when the JVM exits and, on Linux,
 * also when the JVM itself is killed.
 */
public final class Child {

    /**
     * Linux sends the parent-death signal when the <em>thread</em> that started the child ends
     * (https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html), so one thread that never ends starts all.
     */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "child-starter");
        thread.setDaemon(true);
        return thread;
    });

    private static final List<String> LIFELINE = lifeline();

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private static boolean ended;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Child::endAll, "children-end"));
    }

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts what the builder describes, in a session of its own: Ctrl-C in the terminal reaches this JVM alone. */
    public static Child start(ProcessBuilder builder) {
        List<String> command = new ArrayList<>(LIFELINE);
        command.addAll(builder.command());
        builder.command(command);
        return new Child(onStarter(builder));
    }

    /** Kills every child; no other is started afterwards. */
    public static synchronized void endAll() {
        ended = true;
        RUNNING.forEach(Process::destroyForcibly);
    }

    private static synchronized Process startAndRemember(ProcessBuilder builder) {
        if (ended) {
            throw new ServerFailedException("Stopping everything.");
        }
        try {
            Process process = builder.start();
            RUNNING.add(process);
            return process;
        } catch (IOException e) {
            throw new ServerFailedException("Cannot run " + builder.command().get(0) + ": " + e.getMessage());
        }
    }

    public long pid() {
        return process.pid();
    }

    public Process process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM, then SIGKILL when the time is over. */
    public void stop(Duration patience) {
        process.destroy();
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** SIGSTOP. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    /** Whether the process ended within this time. */
    public boolean awaitEnd(Duration patience) {
        try {
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                RUNNING.remove(process);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void signal(String name) {
        run(new ProcessBuilder("kill", "-" + name, Long.toString(pid())));
    }

    private static Process onStarter(ProcessBuilder builder) {
        try {
            return CompletableFuture.supplyAsync(() -> startAndRemember(builder), STARTER).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while starting " + builder.command().get(0) + ".");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ServerFailedException failed ? failed : new IllegalStateException(e);
        }
    }

    /** The signal is not sent for a JVM that was gone before it was asked for: then the child does not begin. */
    private static List<String> lifeline() {
        List<String> lifeline = List.of("setsid", "setpriv", "--pdeathsig", "KILL", "sh", "-c",
                "[ \"$PPID\" = \"$0\" ] && exec \"$@\"", Long.toString(ProcessHandle.current().pid()));
        List<String> trial = new ArrayList<>(lifeline);
        trial.add("true");
        return run(new ProcessBuilder(trial)) ? lifeline : List.of();
    }

    private static boolean run(ProcessBuilder builder) {
        try {
            return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
