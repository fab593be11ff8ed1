package io.figcast.chart.kafka;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/** A signal in the form of a server-sent event. */
final class SignalEvent {

    private SignalEvent() {
    }

    /** The JSON goes out as it came in; a line break can only stand between its tokens, where a blank means the same. */
    static Buffer encode(long offset, byte[] json) {
        byte[] head = ("event: signal\nid: " + offset + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
        byte[] event = new byte[head.length + json.length + 2];
        System.arraycopy(head, 0, event, 0, head.length);
        for (int i = 0; i < json.length; i++) {
            event[head.length + i] = json[i] == '\n' || json[i] == '\r' ? (byte) ' ' : json[i];
        }
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        return Buffer.buffer(Unpooled.wrappedBuffer(event));
    }
}
