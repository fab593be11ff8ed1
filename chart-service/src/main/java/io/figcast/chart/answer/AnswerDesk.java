package io.figcast.chart.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Freshness;
import io.figcast.chart.category.Signal;
import io.figcast.chart.kafka.CategoryState;
import io.figcast.chart.kafka.CategoryStates;
import io.figcast.chart.kafka.RequestSender;
import io.figcast.chart.kafka.SignalListener;
import io.figcast.chart.slice.Lanes;
import io.figcast.chart.slice.RedisAwayException;
import io.figcast.chart.slice.SliceTooLargeException;
import io.figcast.chart.slice.Slices;
import io.quarkus.logging.Log;

/**
 * Where a question for a category becomes an answer: what is held and still good is given at once, otherwise the memo is asked,
 * and what is not there is requested from compute-service. Whoever wants to wait is called when its end is announced.
 */
@Singleton
class AnswerDesk implements SignalListener {

    private static final int MAX_ROUNDS = 8;
    private static final long MISSING_RETRY_SECONDS = 30;

    private final Places places;
    private final CategoryStates states;
    private final Holdings holdings;
    private final Lookups lookups;
    private final Slices slices;
    private final Lanes lanes;
    private final Requests requests;
    private final Waiters waiters;

    AnswerDesk(Places places, CategoryStates states, Holdings holdings, Lookups lookups, Slices slices, Lanes lanes,
            RequestSender sender, Waiters waiters, AnswerConfig config, Clock clock) {
        this.places = places;
        this.states = states;
        this.holdings = holdings;
        this.lookups = lookups;
        this.slices = slices;
        this.lanes = lanes;
        this.requests = new Requests(sender::send, config, clock);
        this.waiters = waiters;
    }

    /** The answer if it is held and good; costs neither Redis nor Kafka. Notices staleness and asks for a refresh. */
    public Outcome.@Nullable Ready warm(CategoryRef ref) {
        Catalogue catalogue = places.catalogue(ref.dataset()).orElse(null);
        if (catalogue == null || catalogue.isComplete() && !catalogue.contains(ref.category())) {
            return null;
        }
        Holding held = holdings.get(ref).orElse(null);
        CategoryState newest = states.newest(ref).orElse(null);
        if (held == null || !held.fingerprint().equals(catalogue.fingerprint()) || isOutdated(held, newest)) {
            return null;
        }
        long now = System.nanoTime();
        return switch (held.freshness().at(now)) {
            case FRESH -> ready(held, AnswerState.READY, newest);
            case STALE -> {
                refresh(ref, held, newest, now);
                yield ready(held, AnswerState.STALE, newest);
            }
            case EXPIRED -> null;
        };
    }

    /** The outcome now, or within {@code wait} if there is nothing yet. Always completes, never exceptionally. */
    public CompletableFuture<Outcome> answer(CategoryRef ref, Duration wait) {
        return round(ref, System.nanoTime() + wait.toNanos(), 0).exceptionally(AnswerDesk::unexpected);
    }

    /** The same, but whatever is held is not good enough: it turned out to be incomplete. */
    CompletableFuture<Outcome> answerAnew(CategoryRef ref, Duration wait) {
        holdings.forget(ref);
        return answer(ref, wait);
    }

    private CompletableFuture<Outcome> round(CategoryRef ref, long deadline, int rounds) {
        Optional<Outcome> refusal = places.refusal(ref);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(refusal.get());
        }
        Outcome.Ready warm = warm(ref);
        if (warm != null) {
            return CompletableFuture.completedFuture(warm);
        }
        Catalogue catalogue = places.catalogue(ref.dataset()).orElseThrow();
        CategoryState newest = states.newest(ref).orElse(null);
        return lookups.lookUp(ref, catalogue, offset(newest)).thenApply(Looked::found).exceptionally(Looked::failed)
                .thenCompose(looked -> {
                    if (looked.failure() != null) {
                        return CompletableFuture.completedFuture(withoutMemo(ref, catalogue, looked.failure()));
                    }
                    // What was announced while the memo was being read may have changed it.
                    if (offset(states.newest(ref).orElse(null)) != offset(newest) && rounds < MAX_ROUNDS) {
                        return round(ref, deadline, rounds + 1);
                    }
                    return looked.holding().map(holding -> CompletableFuture.completedFuture(found(ref, holding, newest)))
                            .orElseGet(() -> missing(ref, newest, deadline));
                });
    }

    /** What a look into the memo brought. */
    private record Looked(Optional<Holding> holding, @Nullable Throwable failure) {

        static Looked found(Optional<Holding> holding) {
            return new Looked(holding, null);
        }

        static Looked failed(Throwable failure) {
            return new Looked(Optional.empty(), failure);
        }
    }

    private Outcome found(CategoryRef ref, Holding holding, @Nullable CategoryState newest) {
        requests.close(ref);
        long now = System.nanoTime();
        boolean fresh = holding.freshness().at(now) == Freshness.Age.FRESH;
        if (!fresh) {
            refresh(ref, holding, newest, now);
        }
        return ready(holding, fresh ? AnswerState.READY : AnswerState.STALE, newest);
    }

    private CompletableFuture<Outcome> missing(CategoryRef ref, @Nullable CategoryState newest, long deadline) {
        holdings.forget(ref);
        long now = System.nanoTime();
        Signal.Failure error = newest == null ? null : newest.signal().error();
        if (newest != null && error != null && newest.isFailing(now)) {
            return CompletableFuture.completedFuture(
                    new Outcome.Failed(error.code(), error.message(), newest.failingSeconds(now)));
        }
        Optional<Asked> asked = requests.ask(ref, newest, now);
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(requests.isOpen(ref)
                    ? new Outcome.Failed("SLICE_MISSING", "the slice was announced several times, but is not in the memo",
                            MISSING_RETRY_SECONDS)
                    : new Outcome.Unavailable("TOO_MANY_REQUESTS", "too many categories are being asked for"));
        }
        return asked.get().sent().handle((sent, failure) -> Optional.ofNullable(failure)).thenCompose(failure -> failure
                .map(f -> CompletableFuture.<Outcome> completedFuture(
                        new Outcome.Unavailable("BROKER_UNAVAILABLE", String.valueOf(cause(f).getMessage()))))
                .orElseGet(() -> waitFor(ref, asked.get(), newest, deadline)));
    }

    private CompletableFuture<Outcome> waitFor(CategoryRef ref, Asked asked, @Nullable CategoryState before, long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return CompletableFuture.completedFuture(waiting(asked, states.newest(ref).orElse(null)));
        }
        CompletableFuture<Boolean> call = waiters.await(ref, left);
        CategoryState newest = states.newest(ref).orElse(null);
        if (newest != null && newest.offset() != offset(before) && newest.signal().status() != Signal.Status.COMPUTING) {
            call.complete(true);
        }
        return call.thenCompose(called -> called ? round(ref, deadline, 0)
                : CompletableFuture.completedFuture(waiting(asked, states.newest(ref).orElse(null))));
    }

    private static Outcome waiting(Asked asked, @Nullable CategoryState newest) {
        Signal.Run run = newest != null && newest.isComputing(System.nanoTime()) ? newest.signal().run() : null;
        return new Outcome.Waiting(asked.requestedAt(), run != null, run == null ? null : run.startedAt(),
                newest == null ? null : newest.computeMillis());
    }

    /** Redis cannot be asked: what is held is better than nothing, however old. */
    private Outcome withoutMemo(CategoryRef ref, Catalogue catalogue, Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof RedisAwayException || cause instanceof RejectedExecutionException) {
            Optional<Holding> held = holdings.get(ref).filter(h -> h.fingerprint().equals(catalogue.fingerprint()));
            if (held.isPresent()) {
                return ready(held.get(), AnswerState.STALE, states.newest(ref).orElse(null));
            }
        }
        return withoutRows(failure);
    }

    /** What to say when the rows could not be read. */
    Outcome withoutRows(Throwable failure) {
        Throwable cause = cause(failure);
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof SliceTooLargeException) {
            return new Outcome.Failed("TOO_LARGE", message, MISSING_RETRY_SECONDS);
        }
        if (cause instanceof RedisAwayException) {
            return new Outcome.Unavailable("MEMO_UNAVAILABLE", message);
        }
        return cause instanceof RejectedExecutionException
                ? new Outcome.Unavailable("BUSY", "too many figures are being drawn")
                : unexpected(cause);
    }

    private static Outcome unexpected(Throwable failure) {
        Log.error("A question for a category could not be answered", failure);
        return new Outcome.Unavailable("INTERNAL", "an unexpected error, which is in the log");
    }

    private void refresh(CategoryRef ref, Holding held, @Nullable CategoryState newest, long now) {
        if (newest == null || !newest.isComputing(now) && !newest.isFailing(now)) {
            requests.refresh(ref, held.answer().manifest().version(), newest, now);
        }
    }

    private static Outcome.Ready ready(Holding held, AnswerState state, @Nullable CategoryState newest) {
        Signal signal = newest == null ? null : newest.signal();
        boolean about = signal != null && (signal.slice() == null || signal.slice().equals(held.answer().id()));
        return new Outcome.Ready(held.answer(), state, signal != null && about ? signal.error() : null);
    }

    /** Whether an end was announced since the memo was asked that leaves another version, or none. */
    private static boolean isOutdated(Holding held, @Nullable CategoryState newest) {
        return newest != null && newest.offset() != held.checkedOffset()
                && newest.signal().status() != Signal.Status.COMPUTING
                && !held.answer().manifest().version().equals(newest.signal().readableVersion());
    }

    @Override
    public void received(CategoryState state, @Nullable CategoryState before) {
        Signal signal = state.signal();
        CategoryRef ref = signal.ref();
        if (signal.status() == Signal.Status.COMPUTING) {
            return;
        }
        if (signal.status() == Signal.Status.INVALIDATED) {
            holdings.get(ref).ifPresent(held -> slices.forget(held.answer().id()));
            holdings.forget(ref);
        }
        Optional<Holding> held = holdings.get(ref);
        if (held.isEmpty() || isOutdated(held.get(), state)) {
            requests.closeRefresh(ref);
        }
        boolean wanted = waiters.anyFor(ref) || requests.isOpen(ref) || held.isPresent();
        waiters.call(ref, lanes.small());
        if (wanted && signal.status() == Signal.Status.READY) {
            // Drawn before it is asked for: whoever sees the signal finds it ready.
            CompletableFuture<?> unused = answer(ref, Duration.ZERO);
        }
    }

    private static long offset(@Nullable CategoryState state) {
        return state == null ? -1 : state.offset();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
