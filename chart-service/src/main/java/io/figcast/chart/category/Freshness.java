package io.figcast.chart.category;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long an answer is good, on this machine's monotonic clock. It comes from what Redis says is left of the slice's life, so
 * that a wrong clock, here or where it was computed, makes no difference.
 *
 * @param staleNanos from then on it is stale
 * @param expiryNanos from then on it may be shown only while Redis cannot be asked
 */
public record Freshness(long staleNanos, long expiryNanos) {

    /** How good an answer is at a moment. */
    public enum Age {
        FRESH,
        STALE,
        EXPIRED
    }

    /**
     * @param lifeMillis what Redis says is left
     * @param staleLife how much of a life is spent stale
     * @param readAtNanos when Redis was asked
     */
    public static Freshness of(long lifeMillis, Duration staleLife, long readAtNanos) {
        long expiry = readAtNanos + TimeUnit.MILLISECONDS.toNanos(lifeMillis);
        return new Freshness(expiry - staleLife.toNanos(), expiry);
    }

    public Age at(long nowNanos) {
        if (nowNanos - expiryNanos >= 0) {
            return Age.EXPIRED;
        }
        return nowNanos - staleNanos >= 0 ? Age.STALE : Age.FRESH;
    }
}
