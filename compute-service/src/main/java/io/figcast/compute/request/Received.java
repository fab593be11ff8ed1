package io.figcast.compute.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;

/**
 * A record as it arrived.
 *
 * @param ids name the request however often it is delivered or sent on; several where it was sent on for several. The last
 *        part of a name is what its sender called it, if it did
 * @param arrival on the clock of {@link System#nanoTime}
 */
record Received(byte @Nullable [] value, List<String> ids, long arrival, boolean bulk) {

    /** The header that names the original of a request that was sent on; to one's own, any sender may give a name. */
    static final String ID = "figcast-request";

    /** The most requests that share one record. */
    static final int MOST_IDS = 32;

    private static final Pattern NAMES = Pattern
            .compile("[A-Za-z0-9._/-]{1,400}(?: [A-Za-z0-9._/-]{1,400}){0," + (MOST_IDS - 1) + "}");

    static Received of(IncomingKafkaRecord<byte[], byte[]> record, boolean bulk) {
        return new Received(record.getPayload(), ids(record, bulk), System.nanoTime(), bulk);
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static List<String> ids(IncomingKafkaRecord<byte[], byte[]> record, boolean bulk) {
        Header header = record.getHeaders() == null ? null : record.getHeaders().lastHeader(ID);
        String named = header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
        if (bulk && NAMES.matcher(named).matches()) {
            return List.of(named.split(" ", -1));
        }
        // The timestamp distinguishes a recreated topic, whose offsets begin again.
        return List.of(record.getTopic() + '/' + record.getPartition() + '/' + record.getOffset() + '/'
                + (record.getTimestamp() == null ? 0 : record.getTimestamp().toEpochMilli())
                + (NAME.matcher(named).matches() ? '/' + named : ""));
    }
}
