package io.figcast.chart.slice.redis;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long this service waits for Redis. */
@ConfigMapping(prefix = "figcast.memo")
public interface RedisConfig {

    /** A command that has not been answered by then has failed. */
    @WithDefault("3s")
    Duration timeout();
}
