package io.figcast.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.restassured.RestAssured;

/** A client of the event stream on a socket of its own; one that does not read is a stalled one. */
final class EventStream implements AutoCloseable {

    private final Socket socket;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private EventStream(Socket socket) {
        this.socket = socket;
    }

    static EventStream open(String query, String... headers) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port), 20_000);
            socket.getOutputStream().write(("GET /api/signals" + query + " HTTP/1.1\r\nHost: localhost\r\n"
                    + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "") + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new EventStream(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EventStream reading() {
        Thread reader = new Thread(() -> {
            try (BufferedReader text = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    lines.add(line);
                }
                lines.add("closed");
            } catch (IOException e) {
                lines.add("closed");
            }
        }, "event-stream");
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    /** Their places in the topic. */
    List<Long> offsets() {
        return lines.stream().filter(line -> line.startsWith("id: "))
                .map(line -> Long.parseLong(line.substring(line.lastIndexOf('-') + 1))).toList();
    }

    /** The id of the newest event, as {@code Last-Event-ID} takes it. */
    String lastId() {
        return lines.stream().filter(line -> line.startsWith("id: ")).reduce((a, b) -> b).orElseThrow().substring(4);
    }

    boolean isClosed() {
        return lines.contains("closed");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
