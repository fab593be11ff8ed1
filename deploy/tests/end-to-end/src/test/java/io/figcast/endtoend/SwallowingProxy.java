package io.figcast.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something between browser and service that forgets connections without telling either end, as routers do: they stay open,
 * and what is sent over them goes nowhere.
 */
final class SwallowingProxy implements AutoCloseable {

    private final ServerSocket server;
    private final URI target;
    private final AtomicInteger streams = new AtomicInteger();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    /** One connection of the browser's, and its continuation to the service. */
    private final class Connection {

        private final Socket near;
        private final Socket far;
        private volatile boolean streaming;
        private volatile boolean swallowed;

        Connection(Socket near) throws IOException {
            this.near = near;
            this.far = new Socket(target.getHost(), target.getPort());
        }

        void start() throws IOException {
            pump(near.getInputStream(), far.getOutputStream());
            pump(far.getInputStream(), near.getOutputStream());
        }

        private void pump(InputStream from, OutputStream to) {
            daemon(() -> {
                byte[] buffer = new byte[16_384];
                try {
                    for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                        String head = new String(buffer, 0, Math.min(length, 20), StandardCharsets.ISO_8859_1);
                        if (head.startsWith("GET /api/signals")) {
                            streaming = true;
                            streams.incrementAndGet();
                        }
                        if (!swallowed) {
                            to.write(buffer, 0, length);
                        }
                    }
                } catch (IOException e) {
                    // Either end has left.
                }
                if (!swallowed) {
                    close();
                }
            });
        }

        void swallow() {
            if (streaming) {
                swallowed = true;
            } else {
                close();
            }
        }

        void close() {
            connections.remove(this);
            closeQuietly(near);
            closeQuietly(far);
        }
    }

    private SwallowingProxy(URI target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static SwallowingProxy before(URI target) {
        try {
            SwallowingProxy proxy = new SwallowingProxy(target);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Connection connection = new Connection(server.accept());
                connections.add(connection);
                connection.start();
            } catch (IOException e) {
                // Closed, or the service is not there: the browser notices.
            }
        }
    }

    /** An address behind the proxy, seen through it. */
    URI through(URI address) {
        return URI.create(address.toString().replace(":" + target.getPort(), ":" + server.getLocalPort()));
    }

    /** Lets nothing through any more on the event streams that are open; connections made from now on are let through. */
    void swallowOpenStreams() {
        connections.forEach(Connection::swallow);
    }

    /** How many event streams were asked for so far. */
    int streams() {
        return streams.get();
    }

    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(Connection::close);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is closed, or as good as.
        }
    }
}
