package io.figcast.chart.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * The topic of signals as a compacted log in memory: the newest of each category, in the order of the topic. Whoever reads it
 * with a cursor gets the newest of each category however far behind, and costs nothing while behind. Bounded: beyond the bound
 * the categories that have been silent longest are forgotten, those of a large dataset before others. One thread writes, any
 * number read.
 */
@Singleton
public class Signals {

    /**
     * One signal.
     *
     * @param offset its place in the topic
     * @param since from this place on the newest signal of its category has said the same
     * @param signal what it says
     * @param event it as a server-sent event, encoded once for all who listen
     */
    public record Entry(long offset, long since, Signal signal, Buffer event) {

        public Entry(long offset, Signal signal, Buffer event) {
            this(offset, offset, signal, event);
        }

        public CategoryRef ref() {
            return signal.ref();
        }

        /** A slice that was memoized already is announced to whoever asked for it, and is news to nobody else. */
        private Entry after(@Nullable Entry before) {
            return before != null && signal.result() != null && signal.result().equals(before.signal.result())
                    && Objects.equals(signal.slice(), before.signal.slice())
                            ? new Entry(offset, before.since, signal, event)
                            : this;
        }

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

        private static final int MOST_FORGETFUL = 1_000;
        private static final Pattern OFFSET = Pattern.compile("[0-9]{1,18}");

        private final String topic;
        private final Map<CategoryRef, Long> offsets = new ConcurrentHashMap<>();
        private final ConcurrentNavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
        private final Map<String, Part> parts = new ConcurrentHashMap<>();
        private volatile long position = -1;
        private final Set<String> forgetful = ConcurrentHashMap.newKeySet();

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
            ConcurrentNavigableMap<Long, Entry> wanted = wanted(dataset);
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

        /** The place of the newest that is kept, of one dataset or of all; -1 if there is none. */
        public long last(@Nullable String dataset) {
            ConcurrentNavigableMap<Long, Entry> wanted = wanted(dataset);
            Map.Entry<Long, Entry> last = wanted == null ? null : wanted.lastEntry();
            return last == null ? -1 : last.getKey();
        }

        /** Whether a dataset's signals were too many to be kept, so that of a category without one nothing is known. */
        public boolean isForgetful(String dataset) {
            return forgetful.contains(dataset) || forgetful.size() >= MOST_FORGETFUL;
        }

        private @Nullable ConcurrentNavigableMap<Long, Entry> wanted(@Nullable String dataset) {
            Part part = dataset == null ? null : parts.get(dataset);
            return dataset == null ? entries : part == null ? null : part.entries;
        }

        private void put(Entry newest) {
            Long before = offsets.put(newest.ref(), newest.offset());
            Entry entry = newest.after(before == null ? null : entries.get(before));
            entries.put(entry.offset(), entry);
            parts.computeIfAbsent(entry.ref().dataset(), d -> new Part()).put(entry);
            if (before != null) {
                entries.remove(before);
                leave(entry.ref().dataset(), before);
            }
        }

        /** The oldest, though of this dataset if it has more than its share: one alone does not push out all others. */
        private @Nullable Entry drop(String dataset) {
            Part part = parts.get(dataset);
            boolean large = part != null && part.count > offsets.size() / parts.size();
            Map.Entry<Long, Entry> oldest = (part != null && large ? part.entries : entries).firstEntry();
            if (oldest == null) {
                return null;
            }
            if (forgetful.size() < MOST_FORGETFUL) {
                forgetful.add(oldest.getValue().ref().dataset());
            }
            entries.remove(oldest.getKey());
            offsets.remove(oldest.getValue().ref(), oldest.getKey());
            leave(oldest.getValue().ref().dataset(), oldest.getKey());
            return oldest.getValue();
        }

        private void leave(String dataset, long offset) {
            parts.computeIfPresent(dataset, (name, part) -> part.isEmptyWithout(offset) ? null : part);
        }
    }

    /** What is of one dataset. */
    private static final class Part {

        private final ConcurrentNavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
        private int count;

        void put(Entry entry) {
            entries.put(entry.offset(), entry);
            count++;
        }

        boolean isEmptyWithout(long offset) {
            count -= entries.remove(offset) == null ? 0 : 1;
            return count == 0;
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
            Entry oldest = now.drop(entry.ref().dataset());
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
