package io.figcast.compute.signal;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.compute.memo.WireTime;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;

/** Signals as they stand on the topic: {@code signal.schema.json}. */
public final class SignalJson {

    private SignalJson() {
    }

    /** The record's key. */
    public static byte[] key(Signal signal) {
        return (signal.key().dataset() + '/' + signal.key().category()).getBytes(StandardCharsets.UTF_8);
    }

    /** The record's value. */
    public static byte[] value(Signal signal) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dataset", signal.key().dataset());
        json.put("category", signal.key().category());
        if (signal instanceof Signal.Computing computing) {
            json.put("status", "computing");
            json.put("startedAt", WireTime.write(computing.startedAt()));
            json.put("leaseUntil", WireTime.write(computing.leaseUntil()));
            if (computing.expectedMillis() != null) {
                json.put("expectedMillis", computing.expectedMillis());
            }
        } else if (signal instanceof Signal.Ready ready) {
            json.put("status", "ready");
            putManifest(json, ready.manifest());
            json.put("memoized", ready.memoized());
        } else if (signal instanceof Signal.Failed failed) {
            json.put("status", "failed");
            putFailure(json.putObject("error"), failed.failure());
        } else {
            json.put("status", "invalidated");
        }
        json.put("slice", signal.key().id());
        Signal.Available available = signal.available();
        if (available == null) {
            json.putNull("available");
        } else {
            json.putObject("available").put("version", available.version())
                    .put("expiresAt", WireTime.write(available.expiresAt()));
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void putManifest(ObjectNode json, Manifest manifest) {
        json.put("version", manifest.version());
        json.put("rows", manifest.rows());
        json.put("omitted", manifest.omitted());
        json.put("computedAt", WireTime.write(manifest.computedAt()));
        json.put("staleAt", WireTime.write(manifest.staleAt()));
        json.put("expiresAt", WireTime.write(manifest.expiresAt()));
        json.put("computeMillis", manifest.computeMillis());
    }

    private static void putFailure(ObjectNode json, Failure failure) {
        json.put("code", failure.code().name());
        json.put("message", failure.message());
        json.put("retryAfterSeconds", failure.retryAfterSeconds());
        json.put("failedAt", WireTime.write(failure.failedAt()));
    }
}
