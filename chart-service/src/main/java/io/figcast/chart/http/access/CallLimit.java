package io.figcast.chart.http.access;

import java.time.Duration;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * A token bucket for each client: it holds {@code burst} calls and gets {@code perSecond} back every second. Time is given in
 * nanoseconds by a clock that only goes forward. Thread-safe.
 */
final class CallLimit {

    private final Cache<String, Bucket> buckets;
    private final double perNano;
    private final int burst;
    private final LongSupplier nanos;

    CallLimit(int perSecond, int burst, int maxClients, LongSupplier nanos) {
        if (perSecond <= 0 || burst <= 0) {
            throw new IllegalArgumentException("a limit of no calls would let nobody in");
        }
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.nanos = nanos;
        // A bucket that had time to fill is as good as a new one.
        Duration untilFull = Duration.ofNanos((long) Math.ceil(burst / perNano));
        this.buckets = Caffeine.newBuilder().maximumSize(maxClients).expireAfterAccess(untilFull).ticker(nanos::getAsLong)
                .executor(Runnable::run).build();
    }

    /** Takes one call; 0 if it is granted, else the seconds after which the next one will be. */
    long secondsUntilGranted(String client) {
        return buckets.get(client, any -> new Bucket(burst, nanos.getAsLong())).take();
    }

    private final class Bucket {

        private double calls;
        private long filledAt;

        Bucket(double calls, long filledAt) {
            this.calls = calls;
            this.filledAt = filledAt;
        }

        synchronized long take() {
            long now = nanos.getAsLong();
            calls = Math.min(burst, calls + (now - filledAt) * perNano);
            filledAt = now;
            if (calls >= 1) {
                calls--;
                return 0;
            }
            return Math.max(1, (long) Math.ceil((1 - calls) / perNano / 1e9));
        }
    }
}
