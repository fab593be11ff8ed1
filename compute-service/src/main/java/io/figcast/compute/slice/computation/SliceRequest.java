package io.figcast.compute.slice.computation;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.StateId;

/**
 * One accepted request for a slice.
 *
 * @param refresh recompute although a fresh slice is memoized
 * @param ifVersion with refresh: only if the memo still holds this version
 * @param bulk asked for by a batch: nobody waits for it in front of a screen
 */
public record SliceRequest(SliceKey key, SliceLimits terms, boolean refresh, @Nullable String ifVersion, boolean bulk) {

    /** Whether only a computation later than what was seen first will do. */
    boolean insists() {
        return refresh && ifVersion == null;
    }

    boolean satisfiedBy(MemoState look, StateId first) {
        if (look.held() == null) {
            return false;
        }
        String version = look.held().manifest().version();
        if (insists()) {
            return !version.equals(first.version());
        }
        return ifVersion == null ? look.held().fresh() : !ifVersion.equals(version);
    }
}
