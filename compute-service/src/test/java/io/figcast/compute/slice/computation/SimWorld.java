package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Time and chance of one simulation: what happens next is decided by the seed alone. */
final class SimWorld {

    private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");
    private static final int TOO_MANY_EVENTS = 200_000;

    private record Event(long nanos, long number, Runnable task) {
    }

    final SplittableRandom random;
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::nanos).thenComparingLong(Event::number));
    /** The first broken promise: thrown in a callback it would be swallowed there. */
    AssertionError broken;
    private long nanos;
    private long number;

    SimWorld(long seed) {
        random = new SplittableRandom(seed);
    }

    Instant now() {
        return BEGIN.plusNanos(nanos);
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    void after(Duration delay, Runnable task) {
        events.add(new Event(nanos + Math.max(0, delay.toNanos()), number++, task));
    }

    /** Runs until nothing is left to happen. */
    void run() {
        runUntil(Long.MAX_VALUE);
    }

    void runFor(Duration time) {
        long end = nanos + time.toNanos();
        runUntil(end);
        nanos = end;
    }

    private void runUntil(long end) {
        while (!events.isEmpty() && events.element().nanos() <= end) {
            Event event = events.remove();
            nanos = event.nanos();
            if (number > TOO_MANY_EVENTS) {
                throw new AssertionError("does not come to rest");
            }
            event.task().run();
            if (broken != null) {
                throw broken;
            }
        }
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    Duration between(long fromMillis, long toMillis) {
        return Duration.ofNanos(random.nextLong(fromMillis * 1_000_000, toMillis * 1_000_000 + 1));
    }
}
