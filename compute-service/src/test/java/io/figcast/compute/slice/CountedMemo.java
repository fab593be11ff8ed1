package io.figcast.compute.slice;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts the looks, can keep back what they found, and remembers what the last commit said that it replaces. */
final class CountedMemo implements Memo {

    private final Memo memo;
    int looks;
    Manifest replaced;
    boolean loseAnswers;
    boolean refuseFailures;
    /** Answers to looks are given when this is complete. */
    CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

    CountedMemo(Memo memo) {
        this.memo = memo;
    }

    @Override
    public CompletionStage<Look> look(SliceKey key) {
        looks++;
        return memo.look(key).thenCombine(answers, (look, now) -> look);
    }

    @Override
    public CompletionStage<Look> lease(SliceKey key, String token, Seen expected, Duration lease) {
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
        return memo.renew(key, token, lease);
    }

    @Override
    public CompletionStage<Commit> commit(SliceKey key, Manifest manifest, Manifest replaced) {
        this.replaced = replaced;
        return memo.commit(key, manifest, replaced);
    }

    @Override
    public CompletionStage<Optional<Look>> fail(SliceKey key, String token, Failure failure, Duration remembered) {
        return refuseFailures ? CompletableFuture.failedFuture(new MemoRefusedException("full", null))
                : memo.fail(key, token, failure, remembered);
    }

    @Override
    public CompletionStage<Void> release(SliceKey key, String token) {
        return memo.release(key, token);
    }

    @Override
    public CompletionStage<Void> forget(SliceKey key) {
        return memo.forget(key);
    }
}
