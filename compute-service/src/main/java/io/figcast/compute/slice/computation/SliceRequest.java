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
public record SliceRequest(SliceKey key, SliceLimits limits, boolean refresh, @Nullable String ifVersion, boolean bulk) {

    SliceRequest of(SliceKey other) {
        return new SliceRequest(other, limits, refresh, ifVersion, bulk);
    }

    /** Whether only a computation later than what was seen first will do. */
    boolean insists() {
        return refresh && ifVersion == null;
    }

    /** Whether there is nothing to compute for it where nothing is held: the version that it names is gone. */
    boolean needsWhatIsHeld() {
        return ifVersion != null;
    }

    boolean satisfiedBy(MemoState state, StateId first) {
        if (state.held() == null) {
            return false;
        }
        String version = state.held().manifest().version();
        if (insists()) {
            return !version.equals(first.version());
        }
        return ifVersion == null ? state.held().fresh() : !ifVersion.equals(version);
    }
}
