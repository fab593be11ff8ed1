package io.figcast.chart.http.problem;

import io.netty.channel.ChannelFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends an answer that can no longer become a problem document, because half of it is written and its client takes nothing more.
 */
public final class Abort {

    private Abort() {
    }

    /**
     * Vert.x's own reset of HTTP/1, and its handler on the way of whatever closes the channel, first wait until everything that
     * is written has been taken, which may be never: so the channel is closed from behind that handler.
     */
    public static void now(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            ChannelFuture unused = connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }
}
