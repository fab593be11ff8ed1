package io.figcast.compute.slice.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;

/**
 * Where slices are kept, and the lease under which one is computed. Each call happens at one moment or not at all.
 * Every call may end in {@link MemoUnavailableException} (whether it happened is then unknown: each may be repeated) or
 * {@link MemoRefusedException}.
 */
public interface Memo {

    /** The result of a commit. */
    enum Commit {
        DONE,
        LEASE_LOST,
        CHUNKS_LOST
    }

    /** Looks, and takes nothing. */
    CompletionStage<MemoState> look(SliceKey key);

    /**
     * Looks, and takes the lease if nobody holds it and the memo holds exactly what the caller decided upon; a token that
     * holds it already has taken it.
     */
    CompletionStage<MemoState> lease(SliceKey key, String token, StateId expected, Duration lease);

    /** Prolongs the lease; false if it is no longer the token's. */
    CompletionStage<Boolean> renew(SliceKey key, String token, Duration lease);

    /**
     * Makes a version the slice's and releases the lease, only while the version, which is the token too, holds it.
     *
     * @param last the last chunk if it is still to be stored
     * @param replaced what the memo held when the lease was taken
     */
    CompletionStage<Commit> commit(SliceKey key, Manifest manifest, Runs.@Nullable Chunk last, @Nullable Manifest replaced);

    /** Remembers a failure and releases the lease, only while the token holds it; empty if it does not. */
    CompletionStage<Optional<MemoState>> fail(SliceKey key, String token, Failure failure, Duration remembered);

    /** Gives the lease back, if it is the token's: nobody has to wait for its end. */
    CompletionStage<Void> release(SliceKey key, String token);

    /**
     * Removes a category's slices, remembered failures and leases, those of the key and of the other fingerprints that the
     * requests name: a run under way cannot commit what it may have read before. A request that comes again removes nothing
     * but what it was about when it came first.
     */
    CompletionStage<Void> forget(SliceKey key, List<ForgetRequest> requests);

    /** Leaves a slice that no longer counts a short life; false if there is none. */
    CompletionStage<Boolean> retire(SliceKey key, Duration life);
}
