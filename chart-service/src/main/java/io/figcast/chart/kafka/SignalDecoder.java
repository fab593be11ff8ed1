package io.figcast.chart.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.chart.encoding.Json;

/**
 * Reads a signal. Only what identifies it and its status must be there; everything else is left out where it is missing or
 * makes no sense. What cannot be a signal is refused with {@link IllegalArgumentException}.
 */
public final class SignalDecoder {

    static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_TEXT = 128;
    private static final int MAX_MESSAGE = 2_000;
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final long LONGEST_RETRY_SECONDS = 3600;

    private SignalDecoder() {
    }

    public static Signal decode(byte @Nullable [] value) {
        if (value == null || value.length > MAX_BYTES) {
            throw new IllegalArgumentException("no value, or a very long one");
        }
        JsonNode node = Json.object(value);
        String dataset = text(node, "dataset", MAX_TEXT);
        String category = text(node, "category", 2 * CategoryRef.MAX_CODE_POINTS);
        if (dataset == null || category == null) {
            throw new IllegalArgumentException("no dataset or category");
        }
        Signal.Status status = status(node);
        return new Signal(new CategoryRef(dataset, category, axes(node)), status, text(node, "slice", MAX_TEXT),
                status == Signal.Status.READY ? result(node) : null, status == Signal.Status.COMPUTING ? run(node) : null,
                text(node.path("available"), "version", MAX_TEXT),
                status == Signal.Status.FAILED ? failure(node.path("error")) : null,
                status == Signal.Status.INVALIDATED ? forgets(node.path("forgets")) : List.of());
    }

    private static List<String> forgets(JsonNode array) {
        List<String> names = new ArrayList<>();
        for (JsonNode element : array) {
            if (element.isTextual()) {
                names.add(element.textValue());
            }
        }
        return names;
    }

    /** A signal about other axes must not be taken for one about the dataset's own. */
    private static @Nullable Axes axes(JsonNode node) {
        if (!node.hasNonNull("x") && !node.hasNonNull("y")) {
            return null;
        }
        String x = text(node, "x", 2 * CategoryRef.MAX_CODE_POINTS);
        String y = text(node, "y", 2 * CategoryRef.MAX_CODE_POINTS);
        if (x == null || y == null) {
            throw new IllegalArgumentException("one of its axes is missing or not a column");
        }
        return new Axes(x, y);
    }

    private static Signal.Status status(JsonNode node) {
        return switch (String.valueOf(node.path("status").textValue())) {
            case "computing" -> Signal.Status.COMPUTING;
            case "ready" -> Signal.Status.READY;
            case "failed" -> Signal.Status.FAILED;
            case "invalidated" -> Signal.Status.INVALIDATED;
            default -> throw new IllegalArgumentException("unknown status");
        };
    }

    private static Signal.Result result(JsonNode node) {
        String version = text(node, "version", MAX_TEXT);
        if (version == null) {
            throw new IllegalArgumentException("ready, but no version");
        }
        return new Signal.Result(version, Math.max(0, node.path("rows").asLong(0)), instant(node, "computedAt"),
                instant(node, "staleAt"), instant(node, "expiresAt"), positive(node, "computeMillis"));
    }

    private static Signal.Run run(JsonNode node) {
        Instant startedAt = instant(node, "startedAt");
        Instant until = instant(node, "leaseUntil");
        Duration lease = startedAt == null || until == null ? LEASE : Duration.between(startedAt, until);
        if (lease.isNegative() || lease.compareTo(LONGEST_LEASE) > 0) {
            lease = LEASE;
        }
        return new Signal.Run(startedAt, lease, positive(node, "expectedMillis"));
    }

    private static Signal.Failure failure(JsonNode error) {
        String code = text(error, "code", MAX_TEXT);
        String message = error.path("message").asText("");
        return new Signal.Failure(code == null ? "SOURCE_FAILED" : code.toUpperCase(Locale.ROOT),
                message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message,
                Math.min(LONGEST_RETRY_SECONDS, Math.max(0, error.path("retryAfterSeconds").asLong(30))));
    }

    private static @Nullable String text(JsonNode node, String field, int longest) {
        String text = node.path(field).textValue();
        return text == null || text.isEmpty() || text.length() > longest ? null : text;
    }

    private static @Nullable Long positive(JsonNode node, String field) {
        JsonNode number = node.path(field);
        return number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0 ? number.longValue() : null;
    }

    private static @Nullable Instant instant(JsonNode node, String field) {
        String text = node.path(field).textValue();
        try {
            return text == null || text.length() > MAX_TEXT ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
