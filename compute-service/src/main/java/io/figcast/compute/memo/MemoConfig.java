package io.figcast.compute.memo;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the memo. */
@ConfigMapping(prefix = "figcast.memo")
public interface MemoConfig {

    /** How long a lease holds without renewal: so long a crashed owner is waited for. */
    @WithDefault("8s")
    Duration lease();

    /** How long Redis may be silent before it counts as away. */
    @WithDefault("3s")
    Duration timeout();

    /** How long a failure is remembered. */
    @WithDefault("30s")
    Duration failureTtl();

    /** The largest share of its life by which a batch's slice ends earlier. */
    @WithDefault("0.1")
    double ttlJitter();
}
