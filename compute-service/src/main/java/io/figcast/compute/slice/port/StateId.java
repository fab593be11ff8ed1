package io.figcast.compute.slice.port;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Names what the memo holds for one slice, so that a change is noticed: a version, a remembered failure, or neither. */
public record StateId(@Nullable String version, @Nullable Instant failedAt) {

    public static final StateId NOTHING = new StateId(null, null);
}
