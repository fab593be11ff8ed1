package io.figcast.local.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One text out of the Redis on a port of this machine: too little to need a client for. */
public final class RedisValue {

    private static final int PATIENCE_MILLIS = 1000;
    private static final int LARGEST = 64 << 20;

    private RedisValue() {
    }

    /** Nothing if there is no such key, or no Redis that answers. */
    public static Optional<String> get(int port, String key) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String command = "*2\r\n$3\r\nGET\r\n$" + key.getBytes(StandardCharsets.UTF_8).length + "\r\n" + key + "\r\n";
            socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
            InputStream answer = new BufferedInputStream(socket.getInputStream());
            String length = line(answer);
            if (!length.matches("\\$\\d{1,9}") || Integer.parseInt(length.substring(1)) > LARGEST) {
                return Optional.empty();
            }
            return Optional.of(new String(answer.readNBytes(Integer.parseInt(length.substring(1))), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String line(InputStream answer) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = answer.read(); next >= 0 && next != '\r'; next = answer.read()) {
            line.write(next);
        }
        answer.read();
        return line.toString(StandardCharsets.UTF_8);
    }
}
