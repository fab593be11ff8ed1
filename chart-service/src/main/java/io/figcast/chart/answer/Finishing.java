package io.figcast.chart.answer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.slice.Lanes;

/** Turns answers into bytes, each way once. */
@Singleton
class Finishing {

    private final Lanes lanes;
    private final Holdings holdings;

    Finishing(Lanes lanes, Holdings holdings) {
        this.lanes = lanes;
        this.holdings = holdings;
    }

    /** The bytes, if they are there. */
    public @Nullable Encoded finished(Outcome.Ready ready, Form form, boolean gzip) {
        return ready.answer().finished(variant(ready, form, gzip));
    }

    /** The bytes; fails with {@link RejectedExecutionException} if too much is to be done. */
    public CompletableFuture<Encoded> finish(Outcome.Ready ready, Form form, boolean gzip) {
        Variant variant = variant(ready, form, gzip);
        Encoded finished = ready.answer().finished(variant);
        if (finished != null) {
            return CompletableFuture.completedFuture(finished);
        }
        try {
            return ready.answer().encoded(variant, lanes.small()).whenComplete((encoded, failure) -> holdings
                    .weighAgain(ready.answer()));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Variant variant(Outcome.Ready ready, Form form, boolean gzip) {
        return form.only() == null ? new Variant(ready.state(), ready.error(), form, gzip)
                : new Variant(AnswerState.READY, null, form, gzip);
    }
}
