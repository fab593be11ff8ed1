package io.figcast.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;

/** A call as it goes over the wire, for what no client would send. */
record RawCall(String answer) {

    /** @param head the request line and header fields but for {@code Connection}, one a line */
    static RawCall send(String... head) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new RawCall(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /** Of a problem document. */
    String code() {
        return new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4)).getString("code");
    }
}
