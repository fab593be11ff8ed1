package io.figcast.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends GETs at a fixed rate whether or not the answers come, and measures each from the moment it was due: a server that
 * stalls is charged for everything that it kept waiting (no coordinated omission).
 */
public final class OpenLoop {

    /** Sleeping this long between looks costs little CPU; both sides of a comparison pay the same delay. */
    private static final long NAP = 20_000;

    private final Selector selector;
    private final ArrayDeque<HttpConnection> idle = new ArrayDeque<>();

    private OpenLoop(URI uri, int connections, byte[] request) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            idle.add(HttpConnection.open(uri, request, selector));
        }
    }

    /** @param arguments url, requests per second, seconds to warm up, seconds to measure, connections, headers… */
    public static void main(String[] arguments) throws IOException {
        URI uri = URI.create(arguments[0]);
        long rate = Long.parseLong(arguments[1]);
        byte[] request = HttpConnection.request(uri, Arrays.asList(arguments).subList(5, arguments.length));
        OpenLoop loop = new OpenLoop(uri, Integer.parseInt(arguments[4]), request);
        loop.run(rate, Long.parseLong(arguments[2]));
        Percentiles measured = loop.run(rate, Long.parseLong(arguments[3]));
        System.out.println("{\"rate\":" + rate + "," + measured.json() + "}");
    }

    private Percentiles run(long rate, long seconds) throws IOException {
        Percentiles latencies = new Percentiles();
        long interval = 1_000_000_000L / rate;
        long total = rate * seconds;
        long begin = System.nanoTime() + 1_000_000;
        long giveUp = begin + (seconds + 20) * 1_000_000_000L;
        long sent = 0;
        while (latencies.count() < total) {
            long now = System.nanoTime();
            if (now > giveUp) {
                throw new IOException("The server did not keep up: answers=" + latencies.count() + " due=" + total);
            }
            while (sent < total && begin + sent * interval <= now && !idle.isEmpty()) {
                idle.poll().send(begin + sent * interval);
                sent++;
            }
            if (selector.selectNow() == 0) {
                LockSupport.parkNanos(NAP);
                continue;
            }
            for (SelectionKey key : selector.selectedKeys()) {
                HttpConnection connection = (HttpConnection) key.attachment();
                if (connection.readAnswer()) {
                    latencies.add(System.nanoTime() - connection.due());
                    idle.add(connection);
                }
            }
            selector.selectedKeys().clear();
        }
        return latencies;
    }
}
