package io.figcast.compute.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A record that was not accepted, as announced on the topic of rejects: {@code reject.schema.json}. Whatever arrived, it
 * stays small: keys are cut to 1 KiB, values to 1,024 bytes and named by their digest.
 */
public record Reject(RejectCode code, String message, String topic, int partition, long offset, byte @Nullable [] key,
        byte @Nullable [] value) {

    private static final int LONGEST_KEY = 1_024;
    private static final int LONGEST_VALUE = 1_024;

    /** The record's key. */
    public byte @Nullable [] recordKey() {
        return key == null || key.length <= LONGEST_KEY ? key : Arrays.copyOf(key, LONGEST_KEY);
    }

    /** The record's value. */
    public byte[] recordValue() {
        byte[] whole = value == null ? new byte[0] : value;
        byte[] start = whole.length <= LONGEST_VALUE ? whole : Arrays.copyOf(whole, LONGEST_VALUE);
        return JsonNodeFactory.instance.objectNode().put("code", code.name()).put("message", message).put("topic", topic)
                .put("partition", partition).put("offset", offset)
                .put("value", Base64.getEncoder().encodeToString(start)).put("sha256", sha256(whole)).toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
