package io.figcast.compute.signal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.figcast.compute.encoding.Json;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;

/**
 * A signal as it stands on the topic: {@code signal.schema.json}.
 *
 * @param x absent, as y is, where both are the dataset's own columns
 * @param detail what there is with this status only
 */
record SignalJson(String dataset, String category, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String x,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String y, String status, @JsonUnwrapped Object detail,
        String slice,
        @Nullable Available available) {

    private record Available(String version, Instant expiresAt) {
    }

    private record Computing(Instant startedAt, Instant leaseUntil,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long expectedMillis) {
    }

    private record Ready(String version, long rows, long omitted, Instant computedAt, Instant staleAt, Instant expiresAt,
            long computeMillis, boolean memoized) {
    }

    private record Failed(Error error) {
    }

    private record Invalidated(@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> forgets) {
    }

    private record Error(FailureCode code, String message, long retryAfterSeconds, Instant failedAt) {
    }

    /** The record's key. */
    static byte[] key(Signal signal) {
        return signal.key().messageKey().getBytes(StandardCharsets.UTF_8);
    }

    /** The record's value. */
    static byte[] value(Signal signal) {
        return Json.bytes(signal.<SignalJson> when(
                computing -> of(signal, "computing",
                        new Computing(computing.startedAt(), computing.leaseUntil(), computing.expectedMillis())),
                ready -> of(signal, "ready", detail(ready.manifest(), ready.memoized())),
                failed -> of(signal, "failed", detail(failed.failure())),
                invalidated -> of(signal, "invalidated", new Invalidated(invalidated.forgets()))));
    }

    private static SignalJson of(Signal signal, String status, Object detail) {
        Signal.Available readable = signal.available();
        Axes axes = signal.key().axes();
        return new SignalJson(signal.key().dataset(), signal.key().category(), axes == null ? null : axes.x(),
                axes == null ? null : axes.y(), status, detail, signal.key().id(),
                readable == null ? null : new Available(readable.version(), readable.expiresAt()));
    }

    private static Ready detail(Manifest manifest, boolean memoized) {
        return new Ready(manifest.version(), manifest.rows(), manifest.omitted(), manifest.computedAt(), manifest.staleAt(),
                manifest.expiresAt(), manifest.computeMillis(), memoized);
    }

    private static Failed detail(Failure failure) {
        return new Failed(
                new Error(failure.code(), failure.message(), failure.retryAfterSeconds(), failure.failedAt()));
    }
}
