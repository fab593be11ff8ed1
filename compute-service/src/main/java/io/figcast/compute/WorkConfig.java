package io.figcast.compute;

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

    /** Requests taken from each channel and not yet answered. */
    @WithDefault("256")
    int requestsInFlight();

    /** How long requests in flight may still end when the service is asked to stop. */
    @WithDefault("20s")
    Duration shutdownGrace();
}
