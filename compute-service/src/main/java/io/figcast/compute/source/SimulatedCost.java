package io.figcast.compute.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;

/** A reading that first waits, as the demo's expensive query does. Cancelling ends the waiting. */
public final class SimulatedCost implements Reading {

    private final Duration cost;
    private final Reading reading;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    private SimulatedCost(Duration cost, Reading reading) {
        this.cost = cost;
        this.reading = reading;
    }

    /** The reading itself where there is no cost to simulate. */
    public static Reading before(Reading reading, Duration cost) {
        return cost.isZero() ? reading : new SimulatedCost(cost, reading);
    }

    @Override
    public void read(RowSink sink) {
        try {
            if (cancelled.await(cost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SourceFailedException("the query was cancelled", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailedException("the query was interrupted", e);
        }
        reading.read(sink);
    }

    @Override
    public void cancel() {
        cancelled.countDown();
        reading.cancel();
    }
}
