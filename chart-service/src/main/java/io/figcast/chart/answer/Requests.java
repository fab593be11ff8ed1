package io.figcast.chart.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.chart.kafka.CategoryRequest;
import io.figcast.chart.kafka.CategoryState;

/**
 * The requests that this replica has sent and that are still open: one for a category, however many ask for it. A signal
 * without a slice is asked again three times, then not for a while; silence is asked again after the configured patience.
 */
final class Requests {

    static final int MAX_MISSES = 3;
    static final Duration PAUSE = Duration.ofSeconds(30);

    /** Hands a request to Kafka. */
    interface Sending {
        CompletableFuture<Void> send(CategoryRequest request);
    }

    private final Sending sending;
    private final AnswerConfig config;
    private final Clock clock;
    private final Map<CategoryRef, Asked> asked = new ConcurrentHashMap<>();
    private final Map<CategoryRef, Asked> refreshes = new ConcurrentHashMap<>();

    Requests(Sending sending, AnswerConfig config, Clock clock) {
        this.sending = sending;
        this.config = config;
        this.clock = clock;
    }

    boolean isOpen(CategoryRef ref) {
        return asked.containsKey(ref);
    }

    /**
     * Asks for a category of which no slice was found, unless it has been asked for already.
     *
     * @param newest the newest signal that was known before the slice was looked for
     * @return empty if it makes no sense to ask once more, or too much is asked for already
     */
    Optional<Asked> ask(CategoryRef ref, @Nullable CategoryState newest, long nowNanos) {
        if (asked.size() >= config.maxOutstanding()) {
            asked.values().removeIf(open -> nowNanos - open.sentNanos() > config.patience().toNanos());
        }
        Asked open = asked.compute(ref, (key, before) -> next(key, before, newest, nowNanos));
        return Optional.ofNullable(open).filter(o -> !isAnswered(o, newest));
    }

    private @Nullable Asked next(CategoryRef ref, @Nullable Asked before, @Nullable CategoryState newest, long nowNanos) {
        if (before == null) {
            return asked.size() >= config.maxOutstanding() ? null : send(ref, newest, nowNanos, null, 0);
        }
        if (!isAnswered(before, newest)) {
            return isSilent(before, newest, nowNanos) ? send(ref, newest, nowNanos, before, before.misses()) : before;
        }
        if (newest == null || newest.signal().status() != Signal.Status.READY) {
            return send(ref, newest, nowNanos, null, 0);
        }
        if (before.misses() < MAX_MISSES) {
            return send(ref, newest, nowNanos, before, before.misses() + 1);
        }
        return nowNanos - before.sentNanos() > PAUSE.toNanos() ? send(ref, newest, nowNanos, null, 0) : before;
    }

    private Asked send(CategoryRef ref, @Nullable CategoryState newest, long nowNanos, @Nullable Asked before, int misses) {
        Asked open = new Asked(before == null ? clock.instant() : before.requestedAt(), nowNanos, offset(newest), misses,
                sending.send(CategoryRequest.of(ref)));
        // What the broker does not have may be asked for by the next call. Later, because the map is being changed just now.
        CompletableFuture<?> unused = open.sent().whenCompleteAsync((sent, failure) -> {
            if (failure != null) {
                asked.remove(ref, open);
            }
        });
        return open;
    }

    /** Asks for a newer version of what is shown; one such request at a time. */
    void refresh(CategoryRef ref, String version, @Nullable CategoryState newest, long nowNanos) {
        if (!isRefreshOpen(refreshes.get(ref), newest, nowNanos)) {
            refreshes.compute(ref, (key, before) -> isRefreshOpen(before, newest, nowNanos) ? before
                    : new Asked(clock.instant(), nowNanos, offset(newest), 0,
                            sending.send(CategoryRequest.refresh(ref, version))));
        }
    }

    /** An open one rests for the time of patience, also if the broker did not take it: what is shown is good enough. */
    private boolean isRefreshOpen(@Nullable Asked refresh, @Nullable CategoryState newest, long nowNanos) {
        boolean failed = newest != null && newest.signal().status() == Signal.Status.FAILED;
        return refresh != null && !(failed && isAnswered(refresh, newest))
                && nowNanos - refresh.sentNanos() < (refresh.sent().isCompletedExceptionally() ? Duration.ofSeconds(2)
                        : config.patience()).toNanos();
    }

    /** A slice was found. */
    void close(CategoryRef ref) {
        asked.remove(ref);
    }

    /** Another version is there, or none at all. */
    void closeRefresh(CategoryRef ref) {
        refreshes.remove(ref);
    }

    private static boolean isAnswered(Asked open, @Nullable CategoryState newest) {
        return newest != null && newest.offset() > open.offset() && newest.signal().isTerminal();
    }

    private boolean isSilent(Asked open, @Nullable CategoryState newest, long nowNanos) {
        boolean running = newest != null && newest.isComputing(nowNanos);
        return !running && nowNanos - open.sentNanos() > config.patience().toNanos();
    }

    private static long offset(@Nullable CategoryState state) {
        return state == null ? -1 : state.offset();
    }
}
