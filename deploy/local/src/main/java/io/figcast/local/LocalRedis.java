package io.figcast.local;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import redis.embedded.core.ExecutableProvider;

/** A real Redis server on loopback that keeps nothing on disk: what it holds is a memo. */
public final class LocalRedis implements LocalServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path directory;
    private final int port;
    private final List<String> settings;
    private @Nullable Child child;

    /** @param settings further arguments of redis-server, such as {@code --maxmemory 64mb} */
    public LocalRedis(Path directory, int port, String... settings) {
        this.directory = directory;
        this.port = port;
        this.settings = List.of(settings);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        if (child != null && child.isAlive()) {
            return;
        }
        Path log = directory.resolve("redis.log");
        Child started = Child.start(new ProcessBuilder(command()).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()));
        child = started;
        Readiness.await("Redis", started, log, PATIENCE, this::answers);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(executable(), "--port", Integer.toString(port), "--bind", "127.0.0.1",
                "--dir", directory.toString(), "--save", "", "--appendonly", "no", "--daemonize", "no"));
        command.addAll(settings);
        return command;
    }

    private String executable() {
        try {
            Files.createDirectories(directory);
            Path known = directory.resolve("redis-server");
            if (Files.exists(known)) {
                return known.toString();
            }
            File unpacked = ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
            return Files.move(unpacked.toPath(), known).toString();
        } catch (IOException e) {
            throw new ServerFailedException("Cannot write to " + directory + ": " + e.getMessage() + ".");
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts the server; its process is there to be waited for. */
    Child started() {
        start();
        return Objects.requireNonNull(child);
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop(Duration.ofSeconds(5));
        }
    }

    @Override
    public void kill() {
        if (child != null) {
            child.kill();
        }
    }

    @Override
    public void pause() {
        if (child != null) {
            child.pause();
        }
    }

    @Override
    public void resume() {
        if (child != null) {
            child.resume();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
