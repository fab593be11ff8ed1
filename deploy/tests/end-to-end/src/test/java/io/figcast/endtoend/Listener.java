package io.figcast.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A browser's event stream, which is opened again whenever it is lost and then says what it has seen last. */
final class Listener implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final URI dashboard;
    private final boolean remembers;
    private final Thread thread = new Thread(this::listen, "listener");
    /** The offsets that each connection brought. */
    private final List<List<Long>> connections = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile long last = -1;
    private volatile String lastId = "";

    /** @param remembers whether it sends {@code Last-Event-ID}; the page opens a new stream instead */
    Listener(URI dashboard, boolean remembers) {
        this.dashboard = dashboard;
        this.remembers = remembers;
        thread.setDaemon(true);
        thread.start();
    }

    List<List<Long>> connections() {
        return connections;
    }

    /** The offset of the newest event that it has seen. */
    long last() {
        return last;
    }

    private void listen() {
        while (!closed) {
            try (Socket socket = new Socket(dashboard.getHost(), dashboard.getPort())) {
                socket.setSoTimeout(60_000);
                String seen = remembers && last >= 0 ? "Last-Event-ID: " + lastId + "\r\n" : "";
                socket.getOutputStream()
                        .write(("GET /api/signals HTTP/1.1\r\nHost: localhost\r\n" + seen + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                read(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
            } catch (IOException lost) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        List<Long> ids = new CopyOnWriteArrayList<>();
        for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
            if (line.startsWith("HTTP/1.1 200")) {
                connections.add(ids);
            } else if (line.startsWith("id: ")) {
                lastId = line.substring(4);
                last = Long.parseLong(lastId.substring(lastId.lastIndexOf('-') + 1));
                ids.add(last);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
