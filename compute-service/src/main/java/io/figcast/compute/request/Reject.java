package io.figcast.compute.request;

import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.encoding.Json;
import io.figcast.compute.source.Fingerprint;

/**
 * A record that was not accepted, as announced on the topic of rejects: {@code reject.schema.json}. Whatever arrived, it
 * stays small: keys are cut to 1 KiB, values to 1,024 bytes and named by their digest.
 */
public record Reject(RejectCode code, String message, String topic, int partition, long offset, byte @Nullable [] key,
        byte @Nullable [] value) {

    private static final int LONGEST_KEY = 1_024;
    private static final int LONGEST_VALUE = 1_024;

    private record RejectJson(RejectCode code, String message, String topic, int partition, long offset, byte[] value,
            String sha256) {
    }

    /** The record's key. */
    public byte @Nullable [] recordKey() {
        return key == null || key.length <= LONGEST_KEY ? key : Arrays.copyOf(key, LONGEST_KEY);
    }

    /** The record's value. */
    public byte[] recordValue() {
        byte[] whole = value == null ? new byte[0] : value;
        byte[] start = whole.length <= LONGEST_VALUE ? whole : Arrays.copyOf(whole, LONGEST_VALUE);
        return Json.bytes(new RejectJson(code, message, topic, partition, offset, start,
                HexFormat.of().formatHex(Fingerprint.sha256().digest(whole))));
    }
}
