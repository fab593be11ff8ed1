package io.figcast.chart.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Freshness;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.figcast.chart.category.View;
import io.figcast.chart.category.state.Categories;
import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.kafka.CategoryRequest;
import io.figcast.chart.kafka.RequestSender;
import io.figcast.chart.kafka.SignalListener;
import io.figcast.chart.slice.Manifest;
import io.figcast.chart.slice.Slices;
import io.figcast.chart.slice.Workers;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * What can be asked of a category. A good answer that is held is given at once. Otherwise the category's state machine in
 * {@link Categories} decides whether to look it up, to request it, or what to reply, and {@link CategoryWork} does so.
 */
@Singleton
public class Answers implements SignalListener {

    private static final long SWEEP_MILLIS = 2_000;

    private final KnownCategories known;
    private final Categories<Answer> categories;
    private final Regions regions;
    private final Slices slices;
    private final RequestSender sender;
    private final Workers workers;
    private final Clock clock;

    Answers(KnownCategories known, Categories<Answer> categories, Regions regions, Slices slices, RequestSender sender,
            Workers workers, Clock clock) {
        this.known = known;
        this.categories = categories;
        this.regions = regions;
        this.slices = slices;
        this.sender = sender;
        this.workers = workers;
        this.clock = clock;
    }

    /** The answer if it is held and good; costs neither Redis nor Kafka. Notices staleness and asks for a refresh. */
    public Outcome.@Nullable Ready warm(CategoryRef ref) {
        long now = System.nanoTime();
        View<Answer> view = categories.use(ref, now);
        Outcome.Ready good = view == null ? null : good(ref, view, now);
        if (view != null && good != null && good.state() == AnswerState.STALE && view.wantsRefresh(now)) {
            categories.staleNoticed(ref);
        }
        return good;
    }

    /** The answer if it is held and fresh. Asking has no effect: nobody looks at it yet. */
    public Outcome.@Nullable Ready fresh(CategoryRef ref) {
        View<Answer> view = categories.view(ref);
        Outcome.Ready good = view == null ? null : good(ref, view, System.nanoTime());
        return good == null || good.state() == AnswerState.READY ? good : null;
    }

    private Outcome.@Nullable Ready good(CategoryRef ref, View<Answer> view, long now) {
        Catalogue catalogue = known.catalogue(ref);
        Held<Answer> held = view.held();
        if (catalogue == null || held == null || !held.isGood(catalogue.edition(), now)) {
            return null;
        }
        boolean fresh = held.freshness().at(now) == Freshness.Age.FRESH;
        return new Outcome.Ready(held.answer(), fresh ? AnswerState.READY : AnswerState.STALE, view.error());
    }

    /** The outcome now, or within {@code wait} if there is nothing yet. Always completes, never exceptionally. */
    public CompletableFuture<Outcome> answer(CategoryRef ref, Duration wait) {
        Optional<Outcome> refusal = known.refusal(ref.dataset(), ref.category());
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(refusal.get());
        }
        Outcome.Ready warm = warm(ref);
        if (warm != null) {
            return CompletableFuture.completedFuture(warm);
        }
        WaitingCall call = new WaitingCall(clock, wait);
        categories.asked(ref, call, known.edition(ref.dataset()));
        wakeAfter(wait, ref, call.outcome());
        return call.outcome();
    }

    /** The same for the rows within a region. Cancel the returned future when the outcome is no longer wanted. */
    public CompletableFuture<Outcome> region(CategoryRef ref, Region region, Duration wait) {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> asked = answer(ref, wait);
        CompletableFuture<?> unused = withRows(asked, ref, wait, ready -> {
            Catalogue catalogue = known.catalogue(ref);
            if (catalogue == null || mine.isDone()) {
                return CompletableFuture.completedFuture(new Outcome.Unknown("UNKNOWN_CATEGORY", "it has just been removed"));
            }
            Optional<Outcome> refusal = Regions.refusal(region, ready.answer().manifest());
            if (refusal.isPresent()) {
                return CompletableFuture.completedFuture(refusal.get());
            }
            CompletableFuture<Answer> drawn = regions.draw(ready.answer(), catalogue, region);
            CompletableFuture<?> unusedEnd = mine.whenComplete((outcome, failure) -> drawn.cancel(false));
            return drawn.thenApply(answer -> new Outcome.Ready(answer, ready.state(), ready.error()));
        }, outcome -> outcome).whenComplete((outcome, failure) -> {
            if (failure == null) {
                mine.complete(outcome);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        CompletableFuture<?> unusedGone = mine.whenComplete((outcome, failure) -> asked.cancel(false));
        return mine;
    }

    /** The rows themselves; to be closed. */
    public CompletableFuture<Rows> rows(CategoryRef ref, Duration wait) {
        return withRows(answer(ref, wait), ref, wait, ready -> slices.use(ready.answer().id(), ready.answer().manifest())
                .thenApply(use -> new Rows(ready, use)), outcome -> new Rows(outcome, null));
    }

    /** What the memo says of a slice; empty if it has none or cannot be asked. */
    public CompletableFuture<Optional<Manifest>> manifest(CategoryRef ref) {
        Catalogue catalogue = known.catalogue(ref);
        return catalogue == null ? CompletableFuture.completedFuture(Optional.empty())
                : slices.manifest(ref.sliceId(catalogue.fingerprint()), ref).exceptionally(failure -> Optional.empty());
    }

    /** The rows of the held version may be gone; then Redis is asked again, once. */
    private <T> CompletableFuture<T> withRows(CompletableFuture<Outcome> asked, CategoryRef ref, Duration wait,
            Function<Outcome.Ready, CompletableFuture<T>> use, Function<Outcome, T> otherwise) {
        return asked.thenCompose(first -> used(first, use, otherwise).thenCompose(done -> {
            if (done.isPresent() || !(first instanceof Outcome.Ready gone)) {
                return CompletableFuture.completedFuture(done);
            }
            categories.rowsMissing(ref, gone.answer().manifest().version());
            return answer(ref, wait).thenCompose(second -> used(second, use, otherwise));
        })).thenApply(done -> done.orElseGet(() -> otherwise.apply(
                new Outcome.Unavailable("SLICE_MISSING", "the rows are no longer in the memo"))));
    }

    /** Empty if the rows are not there. */
    private static <T> CompletableFuture<Optional<T>> used(Outcome outcome,
            Function<Outcome.Ready, CompletableFuture<T>> use, Function<Outcome, T> otherwise) {
        if (!(outcome instanceof Outcome.Ready ready)) {
            return CompletableFuture.completedFuture(Optional.of(otherwise.apply(outcome)));
        }
        return use.apply(ready).thenApply(Optional::of).exceptionally(failure -> Failures.isMissing(failure) ? Optional.empty()
                : Optional.of(otherwise.apply(Failures.outcome(failure))));
    }

    /** The bytes of an answer, if they are there. */
    public @Nullable Encoded finished(Outcome.Ready ready, Form form, boolean gzip) {
        return ready.answer().finished(Encoding.of(ready, form, gzip));
    }

    /** The bytes; fails with {@link RejectedExecutionException} if too much is to be done. */
    public CompletableFuture<Encoded> finish(Outcome.Ready ready, Form form, boolean gzip) {
        Encoding encoding = Encoding.of(ready, form, gzip);
        Encoded finished = ready.answer().finished(encoding);
        if (finished != null) {
            return CompletableFuture.completedFuture(finished);
        }
        try {
            return ready.answer().encoded(encoding, workers.small());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Has the slice forgotten everywhere. Completes with whether that was announced within the time; fails with
     * {@link io.figcast.chart.kafka.BrokerAwayException}.
     */
    public CompletableFuture<Boolean> forget(CategoryRef ref, Duration wait) {
        String request = UUID.randomUUID().toString();
        CompletableFuture<Boolean> forgotten = categories.forgotten(ref, request, wait);
        CompletableFuture<?> unused = sender.send(CategoryRequest.forget(ref), request).exceptionally(failure -> {
            forgotten.completeExceptionally(failure);
            return null;
        });
        wakeAfter(wait, ref, forgotten);
        return forgotten;
    }

    /**
     * The newest signal of a category: a hint at its state that costs no look into Redis. What was found since is ready, though
     * the last word on it is its end.
     */
    public @Nullable NewestSignal newest(CategoryRef ref) {
        View<Answer> view = categories.view(ref);
        NewestSignal newest = view == null ? null : view.newest();
        if (view == null || newest == null || newest.signal().status() != Signal.Status.INVALIDATED) {
            return newest;
        }
        Outcome.Ready found = good(ref, view, System.nanoTime());
        return found == null ? newest : newest.corrected(found.answer().manifest().announced(found.answer().id()));
    }

    private void wakeAfter(Duration wait, CategoryRef ref, CompletableFuture<?> done) {
        if (wait.isZero() || done.isDone()) {
            return;
        }
        CompletableFuture<Boolean> alarm = new CompletableFuture<Boolean>().completeOnTimeout(true, wait.toNanos(),
                TimeUnit.NANOSECONDS);
        CompletableFuture<?> unusedRing = alarm.thenRun(() -> categories.timePassed(ref));
        CompletableFuture<?> unusedStop = done.whenComplete((value, failure) -> alarm.cancel(false));
    }

    @Override
    public void received(NewestSignal signal) {
        categories.heard(signal);
    }

    @Override
    public void dropped(CategoryRef ref, long offset) {
        categories.signalDropped(ref, offset);
    }

    @Override
    public void topicBeganAnew() {
        categories.topicBeganAnew();
    }

    void catalogueChanged(@Observes Catalogue changed) {
        categories.catalogueChanged(changed.dataset(), changed.edition());
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(SWEEP_MILLIS, id -> categories.timePassed());
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        categories.stop();
    }
}
