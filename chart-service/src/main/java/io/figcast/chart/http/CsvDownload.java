package io.figcast.chart.http;

import java.util.Iterator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes blocks of rows as fast as the client takes them and no faster. Each is made by a worker and written by a task of its
 * own, so that other clients of the same event loop come in between.
 */
final class CsvDownload {

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Iterator<Buffer> blocks;

    CsvDownload(Vertx vertx, HttpServerResponse response, Iterator<Buffer> blocks) {
        this.vertx = vertx;
        this.response = response;
        this.blocks = blocks;
    }

    /** On the event loop of the response. */
    void go() {
        if (response.closed()) {
            return;
        }
        if (!blocks.hasNext()) {
            response.end();
        } else if (response.writeQueueFull()) {
            response.drainHandler(drained -> go());
        } else {
            vertx.executeBlocking(blocks::next, false).onSuccess(this::write).onFailure(failure -> response.reset());
        }
    }

    private void write(Buffer block) {
        if (!response.closed()) {
            response.write(block);
            go();
        }
    }
}
