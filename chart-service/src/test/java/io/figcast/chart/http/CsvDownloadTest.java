package io.figcast.chart.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

class CsvDownloadTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<Handler<Void>> drain = new CompletableFuture<>();
    private volatile boolean full;

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void noBlockIsMadeOnAnEventLoopHoweverFastTheClientIs() throws Exception {
        List<Boolean> onEventLoop = Collections.synchronizedList(new ArrayList<>());
        Iterator<Buffer> blocks = IntStream.range(0, 100).mapToObj(i -> {
            onEventLoop.add(Context.isOnEventLoopThread());
            return Buffer.buffer("block " + i);
        }).iterator();

        vertx.runOnContext(start -> new CsvDownload(vertx, response(), eager(blocks, 100)).go());
        ended.get(20, TimeUnit.SECONDS);

        assertThat(written).isEqualTo(IntStream.range(0, 100).mapToObj(i -> "block " + i).toList());
        assertThat(onEventLoop).hasSize(100).containsOnly(false);
    }

    @Test
    void aSlowClientIsWaitedFor() throws Exception {
        full = true;
        vertx.runOnContext(start -> new CsvDownload(vertx, response(), List.of(Buffer.buffer("only")).iterator()).go());

        Handler<Void> drained = drain.get(20, TimeUnit.SECONDS);
        assertThat(written).isEmpty();
        full = false;
        vertx.runOnContext(drained);
        ended.get(20, TimeUnit.SECONDS);

        assertThat(written).containsExactly("only");
    }

    /** A stream's own iterator makes an element already when it is asked whether there is one. */
    private static Iterator<Buffer> eager(Iterator<Buffer> blocks, int count) {
        return new Iterator<>() {
            private int left = count;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Buffer next() {
                left--;
                return blocks.next();
            }
        };
    }

    private HttpServerResponse response() {
        return (HttpServerResponse) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { HttpServerResponse.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "write" -> written.add(arguments[0].toString()) ? null : null;
                    case "end" -> ended.complete(null) ? null : null;
                    case "writeQueueFull" -> full;
                    case "closed" -> false;
                    case "drainHandler" -> drain.complete(handler(arguments[0])) ? proxy : proxy;
                    default -> null;
                });
    }

    @SuppressWarnings("unchecked")
    private static Handler<Void> handler(Object argument) {
        return (Handler<Void>) argument;
    }
}
