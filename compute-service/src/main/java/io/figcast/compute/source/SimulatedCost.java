package io.figcast.compute.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.SourceFailedException;

/** The delay before a query, for the demo's expensive one. Cancelling ends it. */
public final class SimulatedCost {

    private final Duration cost;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    private SimulatedCost(Duration cost) {
        this.cost = cost;
    }

    /** The reading itself where there is no cost to simulate. */
    public static Reading before(Reading reading, Duration cost) {
        return cost.isZero() ? reading : new CostlyReading(new SimulatedCost(cost), reading);
    }

    /** The scan itself where there is no cost to simulate: it is one query, however much it reads. */
    public static Scan before(Scan scan, Duration cost) {
        return cost.isZero() ? scan : new CostlyScan(new SimulatedCost(cost), scan);
    }

    private void pay() {
        try {
            if (cancelled.await(cost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SourceFailedException("the query was cancelled", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailedException("the query was interrupted", e);
        }
    }

    private void cancel() {
        cancelled.countDown();
    }

    private record CostlyReading(SimulatedCost cost, Reading reading) implements Reading {

        @Override
        public void read(RowSink sink) {
            cost.pay();
            reading.read(sink);
        }

        @Override
        public void cancel() {
            cost.cancel();
            reading.cancel();
        }
    }

    private record CostlyScan(SimulatedCost cost, Scan scan) implements Scan {

        @Override
        public void read(ScanSink sink) {
            cost.pay();
            scan.read(sink);
        }

        @Override
        public void cancel() {
            cost.cancel();
            scan.cancel();
        }
    }
}
