package io.figcast.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Commands to Redis, as someone at a terminal gives them. */
record RedisServer(String address) {

    /** The first line of what Redis answers. */
    String tell(String command) {
        URI redis = URI.create("redis://" + address);
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
