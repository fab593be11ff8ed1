package io.figcast.chart.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

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
        static Buffer event(String topic, long offset, byte[] json) {
            byte[] head = ("event: signal\nid: " + topic + "-" + offset + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
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

    /** What was read of one topic. One that was deleted and created is another topic, and has a log of its own. */
    public static final class Log {

        private static final Pattern OFFSET = Pattern.compile("[0-9]{1,18}");

        private final String topic;
        private final Map<CategoryRef, Long> offsets = new ConcurrentHashMap<>();
        private final ConcurrentNavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
        private final Map<String, ConcurrentNavigableMap<Long, Entry>> datasets = new ConcurrentHashMap<>();
        private volatile long position = -1;

        private Log(String topic) {
            this.topic = topic;
        }

        /** The id of the topic, which all replicas agree on, or a word of this replica's own as long as it is not known. */
        public String topic() {
            return topic;
        }

        /** The offset of the newest record that was read, -1 before the first. */
        public long position() {
            return position;
        }

        /** Those after {@code cursor}, in order: of one dataset, or of all if it is null. */
        public Iterable<Entry> after(long cursor, @Nullable String dataset) {
            ConcurrentNavigableMap<Long, Entry> wanted = dataset == null ? entries : datasets.get(dataset);
            return wanted == null ? List.of() : wanted.tailMap(cursor, false).values();
        }

        /** The offset of an event with this id; -1 if it is of another topic, none at all, or has not been read here. */
        public long offsetOf(@Nullable String eventId) {
            int dash = eventId == null ? -1 : eventId.lastIndexOf('-');
            if (eventId == null || dash < 0 || !eventId.substring(0, dash).equals(topic)
                    || !OFFSET.matcher(eventId).region(dash + 1, eventId.length()).matches()) {
                return -1;
            }
            long offset = Long.parseLong(eventId, dash + 1, eventId.length(), 10);
            return offset <= position ? offset : -1;
        }

        private void put(Entry entry) {
            Long before = offsets.put(entry.ref(), entry.offset());
            entries.put(entry.offset(), entry);
            datasets.computeIfAbsent(entry.ref().dataset(), d -> new ConcurrentSkipListMap<>()).put(entry.offset(), entry);
            if (before != null) {
                entries.remove(before);
                leave(entry.ref().dataset(), before);
            }
        }

        private @Nullable Entry dropOldest() {
            Map.Entry<Long, Entry> oldest = entries.pollFirstEntry();
            if (oldest == null) {
                return null;
            }
            offsets.remove(oldest.getValue().ref(), oldest.getKey());
            leave(oldest.getValue().ref().dataset(), oldest.getKey());
            return oldest.getValue();
        }

        private void leave(String dataset, long offset) {
            datasets.computeIfPresent(dataset, (name, log) -> {
                log.remove(offset);
                return log.isEmpty() ? null : log;
            });
        }
    }

    private final int maxCategories;
    private volatile Log log = new Log(ownWord());
    private String topic = log.topic;

    @Inject
    Signals(SignalConfig config, MeterRegistry meters) {
        this(config.maxCategories());
        meters.gauge("figcast.signals.position", this, signals -> signals.log.position);
        meters.gauge("figcast.signals.categories", this, Signals::size);
    }

    public Signals(int maxCategories) {
        this.maxCategories = maxCategories;
    }

    /** What is read at the moment; another one as soon as the topic has begun anew. */
    public Log log() {
        return log;
    }

    public int size() {
        return log.offsets.size();
    }

    /** Whether the topic being read is not this one, which must then be read from its beginning. */
    synchronized boolean isAnother(String id) {
        topic = id;
        if (log.position < 0) {
            log = new Log(id);
        }
        return !log.topic.equals(id);
    }

    /** To be called for every record, even if it is not a signal; returns whether the topic has begun anew with it. */
    public synchronized boolean moveTo(long offset) {
        boolean anew = offset <= log.position;
        if (anew) {
            log = new Log(log.topic.equals(topic) ? ownWord() : topic);
        }
        log.position = offset;
        return anew;
    }

    /** Adds one, and returns those that it pushes out. */
    public Iterable<Entry> add(Entry entry) {
        Log now = log;
        now.put(entry);
        List<Entry> dropped = new ArrayList<>(0);
        while (now.offsets.size() > maxCategories) {
            Entry oldest = now.dropOldest();
            if (oldest == null) {
                break;
            }
            dropped.add(oldest);
        }
        return dropped;
    }

    /** A log whose topic is not known is never resumed. */
    private static String ownWord() {
        return Uuid.randomUuid().toString();
    }
}
