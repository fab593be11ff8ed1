package io.figcast.local.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A server that runs as a child process, on one port of this machine and in one directory. */
public abstract class ChildServer implements LocalServer {

    final Path directory;
    final int port;
    private final Duration stopPatience;
    private @Nullable Child child;

    ChildServer(Path directory, int port, Duration stopPatience) {
        this.directory = directory;
        this.port = port;
        this.stopPatience = stopPatience;
    }

    /** Starts the process; it need not answer yet. */
    abstract Child launch();

    /** Waits until the server answers, or says why it does not. */
    abstract void awaitReady(Child started);

    @Override
    public final String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public final void start() {
        if (child == null || !child.isAlive()) {
            Child started = launch();
            child = started;
            awaitReady(started);
        }
    }

    /** Starts the server; its process is there to be waited for. */
    public final Child started() {
        start();
        return Objects.requireNonNull(child);
    }

    @Override
    public final void stop() {
        if (child != null) {
            child.stop(stopPatience);
        }
    }

    @Override
    public final void kill() {
        if (child != null) {
            child.kill();
        }
    }

    @Override
    public final void pause() {
        if (child != null) {
            child.pause();
        }
    }

    @Override
    public final void resume() {
        if (child != null) {
            child.resume();
        }
    }

    @Override
    public final void close() {
        kill();
    }
}
