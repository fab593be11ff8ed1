package io.figcast.chart.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;

class DownloadsTest {

    private record Bounds(int maxConcurrent, Duration maxTime) implements DownloadConfig {
    }

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void thereAreNoMoreThanItsPlacesAndEachIsLeftOnce() {
        Downloads downloads = new Downloads(new Bounds(2, Duration.ofMinutes(1)), vertx);
        Downloads.Place first = downloads.enter().orElseThrow();
        assertThat(downloads.enter()).isPresent();

        assertThat(downloads.enter()).isEmpty();
        first.leave();
        first.leave();
        assertThat(downloads.enter()).isPresent();
        assertThat(downloads.enter()).isEmpty();
    }

    /** It must not hold the place of others, nor its rows their memory. */
    @Test
    void aClientThatTakesNothingKeepsItsPlaceNoLongerThanItsTime() throws Exception {
        Downloads downloads = new Downloads(new Bounds(1, Duration.ofSeconds(1)), vertx);
        Iterator<Buffer> endless = Stream.generate(() -> Buffer.buffer(new byte[100_000])).iterator();
        AtomicBoolean closed = new AtomicBoolean();
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            request.response().setChunked(true);
            downloads.enter().orElseThrow().send(request, endless);
        }).connectionHandler(connection -> connection.closeHandler(end -> closed.set(true))).listen(0, "127.0.0.1")
                .toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(4_096);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');

            assertThat(downloads.enter()).isEmpty();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(downloads.enter()).isPresent());
            await("the connection is closed though nothing is taken").atMost(Duration.ofSeconds(20)).untilTrue(closed);
            client.setSoTimeout(20_000);
            assertThat(endOf(client)).as("its connection has ended").isTrue();
        }
    }

    /** Whether nothing more comes once everything is read that was on its way. */
    private static boolean endOf(Socket client) throws IOException {
        try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
