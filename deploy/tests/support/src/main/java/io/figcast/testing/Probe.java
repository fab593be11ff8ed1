package io.figcast.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The shortest question that each server answers only when it serves; a proxy in front of it accepts earlier. */
final class Probe {

    /** ApiVersions, version 0, correlation id 1, no client id (https://kafka.apache.org/protocol). */
    private static final byte[] API_VERSIONS = HexFormat.of().parseHex("0000000a0012000000000001ffff");

    private Probe() {
    }

    static boolean redisAnswers(int port) {
        return answer(port, "PING\r\n".getBytes(StandardCharsets.US_ASCII)) == '+';
    }

    static boolean kafkaAnswers(int port) {
        return answer(port, API_VERSIONS) >= 0;
    }

    private static int answer(int port, byte[] question) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(question);
            return socket.getInputStream().read();
        } catch (IOException e) {
            return -1;
        }
    }
}
