package io.figcast.chart.answer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.figure.plotly.Region;

/** What can be asked of a category: its figures, those of a region, its rows, and that it be forgotten. */
@Singleton
public class Answers {

    private final AnswerDesk desk;
    private final Rows rows;
    private final Finishing finishing;
    private final Forgetting forgetting;

    Answers(AnswerDesk desk, Rows rows, Finishing finishing, Forgetting forgetting) {
        this.desk = desk;
        this.rows = rows;
        this.finishing = finishing;
        this.forgetting = forgetting;
    }

    /** The answer if it is held and good; costs neither Redis nor Kafka. Notices staleness and asks for a refresh. */
    public Outcome.@Nullable Ready warm(CategoryRef ref) {
        return desk.warm(ref);
    }

    /** The outcome now, or within {@code wait} if there is nothing yet. Always completes, never exceptionally. */
    public CompletableFuture<Outcome> answer(CategoryRef ref, Duration wait) {
        return desk.answer(ref, wait);
    }

    /** The same for the rows within a region. */
    public CompletableFuture<Outcome> region(CategoryRef ref, Region region, Duration wait) {
        return rows.answer(ref, region, wait);
    }

    /** The rows themselves. */
    public CompletableFuture<Rows.Found> rows(CategoryRef ref, Duration wait) {
        return rows.rows(ref, wait);
    }

    /** The bytes of an answer, if they are there. */
    public @Nullable Encoded finished(Outcome.Ready ready, Form form, boolean gzip) {
        return finishing.finished(ready, form, gzip);
    }

    /** The bytes; fails with {@link java.util.concurrent.RejectedExecutionException} if too much is to be done. */
    public CompletableFuture<Encoded> finish(Outcome.Ready ready, Form form, boolean gzip) {
        return finishing.finish(ready, form, gzip);
    }

    /**
     * Has the slice forgotten everywhere. Completes with whether that was announced within the time; fails with
     * {@link io.figcast.chart.kafka.BrokerAwayException}.
     */
    public CompletableFuture<Boolean> forget(CategoryRef ref, Duration wait) {
        return forgetting.forget(ref, wait);
    }
}
