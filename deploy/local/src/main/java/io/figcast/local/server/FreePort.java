package io.figcast.local.server;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int TRIES = 1_000;
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {
    }

    /** A port that was free a moment ago, and is given to nobody else as long as this process lives. */
    public static int find() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN.add(port) && isOurs(port)) {
                return port;
            }
        }
        throw new UncheckedIOException(new IOException("no free port found"));
    }

    /** A port is free until its server has started; by a lock on a file other processes that look know that it is given. */
    @SuppressWarnings("resource") // open, and so locked, as long as this process lives
    private static boolean isOurs(int port) {
        try {
            Path ports = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "figcast-ports"));
            FileChannel file = FileChannel.open(ports.resolve("" + port), CREATE, WRITE);
            HELD.add(file);
            return file.tryLock() != null;
        } catch (IOException e) {
            return true; // another user's directory, or no room: as good as without
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
