package io.figcast.compute.slice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Names what lies in the memo for one slice, so that a change can be told: a version, a remembered failure, or neither. */
public record Seen(@Nullable String version, @Nullable Instant failedAt) {

    public static final Seen NOTHING = new Seen(null, null);
}
