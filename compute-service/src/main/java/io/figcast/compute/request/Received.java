package io.figcast.compute.request;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;

/**
 * A record as it arrived.
 *
 * @param id names the request however often it is delivered or sent on
 * @param arrival on the clock of {@link System#nanoTime}
 */
record Received(byte @Nullable [] value, String id, long arrival, boolean bulk) {

    /** The header that names the original of a request that was sent on. */
    static final String ID = "figcast-request";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,400}");

    static Received of(IncomingKafkaRecord<byte[], byte[]> record, boolean bulk) {
        return new Received(record.getPayload(), id(record, bulk), System.nanoTime(), bulk);
    }

    private static String id(IncomingKafkaRecord<byte[], byte[]> record, boolean bulk) {
        Header header = bulk && record.getHeaders() != null ? record.getHeaders().lastHeader(ID) : null;
        String named = header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
        // The timestamp distinguishes a recreated topic, whose offsets begin again.
        return NAME.matcher(named).matches() ? named
                : record.getTopic() + '/' + record.getPartition() + '/'
                        + record.getOffset() + '/' + (record.getTimestamp() == null ? 0 : record.getTimestamp().toEpochMilli());
    }
}
