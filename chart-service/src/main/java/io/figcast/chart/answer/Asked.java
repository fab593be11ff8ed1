package io.figcast.chart.answer;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A request of this replica that nobody has answered yet, or whose answer led to nothing.
 *
 * @param requestedAt when it was first asked for
 * @param sentNanos when it was last sent, on this machine's own clock
 * @param offset the newest signal of the category at that moment; what comes later may be the answer
 * @param misses how often {@code ready} was announced and no slice found
 * @param sent completes when the broker has it
 */
record Asked(Instant requestedAt, long sentNanos, long offset, int misses, CompletableFuture<Void> sent) {
}
