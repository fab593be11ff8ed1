package io.figcast.compute.work;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is done at once. */
@ConfigMapping(prefix = "figcast")
public interface WorkConfig {

    /** Computations at once. */
    @WithDefault("4")
    int workers();

    /** Of these, at most so many for bulk requests. */
    @WithDefault("2")
    int bulkWorkers();

    /** Bulk computations of one dataset that one query reads, at most; with 1, each has its own. */
    @WithDefault("4096")
    int bulkCategories();

    /** Requests of each channel that are being looked at. */
    @WithDefault("256")
    int requestsInFlight();

    /** Requests of each channel and dataset that wait for a computation; more wait at the end of the bulk topic. */
    @WithDefault("1024")
    int requestsWaiting();

    /** How long requests in flight may still end when the service is asked to stop. */
    @WithDefault("20s")
    Duration shutdownGrace();
}
