package io.figcast.compute.slice.computation;

import java.time.Duration;

/**
 * How computations are run.
 *
 * @param workers computations at once
 * @param bulkWorkers of these, at most so many for bulk work
 * @param together how many bulk computations are read by one scan, at most
 * @param lease how long a lease holds without renewal
 * @param poll how often, on average, a lease held elsewhere is looked at
 * @param failureTtl how long a failure is remembered
 * @param ttlJitter by which share of its life, at most, a bulk slice ends earlier, so that a batch does not end at once
 * @param grace how long a cancelled run keeps its worker if it does not react
 */
public record ComputationSettings(int workers, int bulkWorkers, int together, Duration lease, Duration poll,
        Duration failureTtl,
        double ttlJitter,
        Duration grace) {
}
