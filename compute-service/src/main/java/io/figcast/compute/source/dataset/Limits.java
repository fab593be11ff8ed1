package io.figcast.compute.source.dataset;

import java.time.Duration;

/**
 * What a computation of a dataset may cost, and how long its result lives.
 *
 * @param staleAfter age from which a slice is refreshed, though still served
 * @param deadline after which a query is ended in the database
 * @param listing after which listing the categories is ended
 */
public record Limits(Duration ttl, Duration staleAfter, Duration deadline, Duration listing, long maxRows) {

    public static final Limits DEFAULT = new Limits(Duration.ofHours(8), Duration.ofHours(6), Duration.ofSeconds(60),
            Duration.ofMinutes(10), 20_000_000);
}
