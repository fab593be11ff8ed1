package io.figcast.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The way to a server, which can be slow, or swallow what is sent on the connections that are open. */
final class Link implements AutoCloseable {

    private final URI server;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "link");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Lane> lanes = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;

    /** @param address where the server listens, or will */
    Link(String address) {
        this.server = URI.create("tcp://" + address);
        try {
            this.entrance = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    String address() {
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    /** Whatever is sent, in either direction, arrives so much later. */
    void delay(Duration time) {
        delay = time;
    }

    /** As when a machine or a firewall on the way is gone: nobody is told, and nothing arrives any more. */
    void swallow() {
        lanes.forEach(lane -> lane.swallows = true);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                threads.execute(() -> join(client));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void join(Socket client) {
        try (client; Socket target = new Socket(server.getHost(), server.getPort())) {
            client.setTcpNoDelay(true);
            target.setTcpNoDelay(true);
            Lane there = new Lane(client.getInputStream(), target.getOutputStream(), target);
            Lane back = new Lane(target.getInputStream(), client.getOutputStream(), client);
            lanes.add(there);
            lanes.add(back);
            threads.execute(there);
            back.run();
        } catch (IOException e) {
            // Not there: the client sees its connection closed.
        }
    }

    /** One direction of one connection. */
    private final class Lane implements Runnable {

        private final InputStream from;
        private final OutputStream to;
        private final Socket end;
        private volatile boolean swallows;

        private Lane(InputStream from, OutputStream to, Socket end) {
            this.from = from;
            this.to = to;
            this.end = end;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[65_536];
            try (end) {
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    LockSupport.parkNanos(delay.toNanos());
                    if (!swallows) {
                        to.write(buffer, 0, read);
                    }
                }
            } catch (IOException e) {
                // One of the two is gone.
            } finally {
                lanes.remove(this);
            }
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
