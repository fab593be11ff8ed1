package io.figcast.chart.http;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.Rows;
import io.figcast.chart.http.problem.Abort;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Bounds how many downloads there are and how long one takes, since slow clients would hold slices beyond every budget. */
@Singleton
class Downloads {

    private final Semaphore places;
    private final long maxMillis;
    private final Vertx vertx;

    Downloads(DownloadConfig config, Vertx vertx) {
        this.places = new Semaphore(config.maxConcurrent());
        this.maxMillis = config.maxTime().toMillis();
        this.vertx = vertx;
    }

    /** A place; leaving it again does nothing. */
    final class Place {
        private final AtomicBoolean left = new AtomicBoolean();
        private volatile @Nullable Rows rows;

        /** The rows, and with them their memory, are given back when the place is left. */
        void holds(Rows found) {
            rows = found;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                places.release();
                Rows held = rows;
                if (held != null) {
                    held.close();
                }
            }
        }

        /** Writes all blocks and leaves the place when that ends, however it ends. On the event loop of the response. */
        void send(HttpServerRequest request, Iterator<Buffer> blocks) {
            HttpServerResponse response = request.response();
            long timer = vertx.setTimer(maxMillis, id -> {
                Abort.now(request);
                leave();
            });
            response.endHandler(ended -> leave(timer)).closeHandler(closed -> leave(timer))
                    .exceptionHandler(failure -> leave(timer));
            if (response.closed()) {
                leave(timer);
            }
            new CsvDownload(vertx, response, blocks).go();
        }

        private void leave(long timer) {
            vertx.cancelTimer(timer);
            leave();
        }
    }

    Optional<Place> enter() {
        return places.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }
}
