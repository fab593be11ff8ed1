package io.figcast.chart.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.figcast.chart.category.CategoryRef;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * The topic of signals as a compacted log in memory: the newest of each category, in the order of the topic. Whoever reads it
 * with a cursor gets the newest of each category however far behind, and costs nothing while behind. Bounded: beyond the bound
 * the categories that have been silent longest are forgotten. One thread writes, any number read.
 */
@Singleton
public class Signals {

    /**
     * One signal.
     *
     * @param offset its place in the topic
     * @param ref its category
     * @param event it as a server-sent event, encoded once for all who listen
     */
    public record Entry(long offset, CategoryRef ref, Buffer event) {

        /** The JSON goes out as it came in; a line break can only stand between its tokens, where a blank means the same. */
        static Buffer event(long offset, byte[] json) {
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

    private final int maxCategories;
    private final Map<CategoryRef, Long> offsets = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, Entry> log = new ConcurrentSkipListMap<>();
    private volatile long position = -1;
    private volatile long epoch;

    @Inject
    Signals(SignalConfig config, MeterRegistry meters) {
        this(config.maxCategories());
        meters.gauge("figcast.signals.position", this, Signals::position);
        meters.gauge("figcast.signals.categories", this, Signals::size);
    }

    public Signals(int maxCategories) {
        this.maxCategories = maxCategories;
    }

    /** The offset of the newest record that was read, -1 before the first. */
    public long position() {
        return position;
    }

    /** Grows when the topic has begun anew, and with it all offsets: older cursors mean nothing then. */
    public long epoch() {
        return epoch;
    }

    /** Those after {@code cursor}, in order. */
    public Iterable<Entry> after(long cursor) {
        return log.tailMap(cursor, false).values();
    }

    public int size() {
        return offsets.size();
    }

    /** To be called for every record, also those that are no signal; tells whether the topic has begun anew with it. */
    public boolean moveTo(long offset) {
        boolean anew = offset <= position;
        if (anew) {
            offsets.clear();
            log.clear();
            epoch++;
        }
        position = offset;
        return anew;
    }

    /** Adds one, and hands back those that it pushes out. */
    public Iterable<Entry> add(Entry entry) {
        Long before = offsets.put(entry.ref(), entry.offset());
        log.put(entry.offset(), entry);
        if (before != null) {
            log.remove(before);
        }
        List<Entry> dropped = new ArrayList<>(0);
        while (offsets.size() > maxCategories) {
            Map.Entry<Long, Entry> oldest = log.pollFirstEntry();
            if (oldest == null) {
                break;
            }
            offsets.remove(oldest.getValue().ref(), oldest.getKey());
            dropped.add(oldest.getValue());
        }
        return dropped;
    }
}
