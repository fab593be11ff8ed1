package io.figcast.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports on loopback that nobody listens on. */
public final class FreePort {

    /**
     * Below those that operating systems give to outgoing connections: such a connection could otherwise take the port of
     * a server while that is being started again.
     */
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    /** Processes that look at the same time look in different places, mostly: a port is free until its server has started. */
    private static final int PLACES = 16;
    private static final int TRIES = 1_000;
    private static final int OURS = (int) (ProcessHandle.current().pid() % PLACES);
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {
    }

    /** A port that was free a moment ago, and is given to nobody else in this process. */
    public static int find() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST / PLACES, HIGHEST / PLACES) * PLACES + OURS;
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new UncheckedIOException(new IOException("no free port found"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
