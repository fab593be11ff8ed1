package io.figcast.local.server;

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

import redis.embedded.core.ExecutableProvider;

/** A real Redis server on loopback that keeps nothing on disk: what it holds is a memo. */
public final class LocalRedis extends ChildServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> settings;

    /** @param settings further arguments of redis-server, such as {@code --maxmemory 64mb}, or a file of them before all */
    public LocalRedis(Path directory, int port, String... settings) {
        super(directory, port, Duration.ofSeconds(5));
        this.settings = List.of(settings);
    }

    @Override
    Child launch() {
        return Child.start(new ProcessBuilder(command()).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(log().toFile()));
    }

    @Override
    void awaitReady(Child started) {
        Readiness.await("Redis", started, log(), PATIENCE, this::answers);
    }

    private Path log() {
        return directory.resolve("redis.log");
    }

    private List<String> command() {
        List<String> own = List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir", directory.toString(),
                "--save", "", "--appendonly", "no", "--daemonize", "no");
        List<String> command = new ArrayList<>(settings);
        // Redis takes a file as its first argument only.
        boolean fileFirst = !settings.isEmpty() && !settings.get(0).startsWith("--");
        command.addAll(fileFirst ? 1 : 0, own);
        command.add(0, executable());
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
}
