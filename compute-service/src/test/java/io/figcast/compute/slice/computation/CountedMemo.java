package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ForgetRequest;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.MemoUnavailableException;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.StateId;

/** Counts the looks, can keep back what they found, and remembers what the last commit said that it replaces. */
final class CountedMemo implements Memo {

    private final Memo memo;
    int looks;
    Manifest replaced;
    boolean loseAnswers;
    boolean refuseFailures;
    int lostRenewals;
    /** Answers to looks are given when this is complete. */
    CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

    CountedMemo(Memo memo) {
        this.memo = memo;
    }

    @Override
    public CompletionStage<MemoState> look(SliceKey key) {
        looks++;
        return memo.look(key).thenCombine(answers, (look, now) -> look);
    }

    @Override
    public CompletionStage<MemoState> lease(SliceKey key, String token, StateId expected, Duration lease) {
        looks++;
        boolean lost = loseAnswers;
        return memo.lease(key, token, expected, lease).thenCombine(answers, (look, now) -> {
            if (lost) {
                throw new MemoUnavailableException("the answer was lost", null);
            }
            return look;
        });
    }

    @Override
    public CompletionStage<Boolean> renew(SliceKey key, String token, Duration lease) {
        if (lostRenewals > 0) {
            lostRenewals--;
            return new CompletableFuture<>();
        }
        return memo.renew(key, token, lease);
    }

    @Override
    public CompletionStage<Commit> commit(SliceKey key, Manifest manifest, Runs.Chunk last, Manifest replaced) {
        this.replaced = replaced;
        return memo.commit(key, manifest, last, replaced);
    }

    @Override
    public CompletionStage<Optional<MemoState>> fail(SliceKey key, String token, Failure failure, Duration remembered) {
        return refuseFailures ? CompletableFuture.failedFuture(new MemoRefusedException("full", null))
                : memo.fail(key, token, failure, remembered);
    }

    @Override
    public CompletionStage<Void> release(SliceKey key, String token) {
        return memo.release(key, token);
    }

    @Override
    public CompletionStage<Void> forget(SliceKey key, List<ForgetRequest> requests) {
        return memo.forget(key, requests);
    }

    @Override
    public CompletionStage<Boolean> retire(SliceKey key, Duration life) {
        return memo.retire(key, life);
    }
}
