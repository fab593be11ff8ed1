package io.figcast.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.figcast.local.server.FreePort;
import io.figcast.local.server.LocalRedis;

/** One server of a Redis that consists of several. */
final class RedisNode implements AutoCloseable {

    /** A cluster's nodes also listen on their port + 10000. */
    private static final int HIGHEST_PORT = 55_535;

    private final int port;
    private final LocalRedis server;

    private RedisNode(int port, LocalRedis server) {
        this.port = port;
        this.server = server;
    }

    /** @param settings further arguments of redis-server */
    static RedisNode in(Path parent, String... settings) {
        int port = FreePort.find();
        return port <= HIGHEST_PORT
                ? new RedisNode(port, new LocalRedis(parent.resolve("redis-" + port), port, settings))
                : in(parent, settings);
    }

    RedisNode start() {
        server.start();
        return this;
    }

    int port() {
        return port;
    }

    String address() {
        return server.address();
    }

    void kill() {
        server.kill();
    }

    /** The answer in lines: a list is one line for each of its values. */
    List<String> send(String... command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(("*" + command.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            for (String argument : command) {
                byte[] text = argument.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(("$" + text.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
                bytes.writeBytes(text);
                bytes.writeBytes(new byte[] { '\r', '\n' });
            }
            socket.getOutputStream().write(bytes.toByteArray());
            List<String> answer = new ArrayList<>();
            read(new BufferedInputStream(socket.getInputStream()), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(InputStream in, List<String> answer) throws IOException {
        String head = line(in);
        switch (head.charAt(0)) {
            case '*' -> {
                for (int left = Integer.parseInt(head.substring(1)); left > 0; left--) {
                    read(in, answer);
                }
            }
            case '$' -> {
                int length = Integer.parseInt(head.substring(1));
                answer.addAll(length < 0 ? List.of()
                        : List.of(new String(in.readNBytes(length + 2), StandardCharsets.UTF_8)
                                .strip().split("\r?\n")));
            }
            case '-' -> throw new IOException(head);
            default -> answer.add(head.substring(1));
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("Redis closed the connection");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        server.close();
    }
}
