package io.figcast.chart.category.state;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Time that passes as fast as events are handled, and the chance of one seed. */
final class SimWorld {

    private record Event(long at, long number, Runnable what) {
    }

    final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long now;
    private long numbers;

    SimWorld(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    long now() {
        return now;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    long between(long fromMillis, long toMillis) {
        return millis(fromMillis + (long) (random.nextDouble() * (toMillis - fromMillis + 1)));
    }

    static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    void after(long nanos, Runnable what) {
        events.add(new Event(now + nanos, numbers++, what));
    }

    void run() {
        for (Event next = events.poll(); next != null; next = events.poll()) {
            now = next.at();
            next.what().run();
        }
    }
}
