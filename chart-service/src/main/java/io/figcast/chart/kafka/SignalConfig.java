package io.figcast.chart.kafka;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the signals are followed. */
@ConfigMapping(prefix = "figcast.signals")
public interface SignalConfig {

    /** Beyond it the categories that have been silent longest are forgotten; asking for one brings it back. */
    @WithDefault("200000")
    int maxCategories();

    /** How often Kafka is asked for the end of the topic. */
    @WithDefault("2s")
    Duration checkEvery();

    /** If the answer takes longer, Kafka counts as away. */
    @WithDefault("3s")
    Duration checkTimeout();
}
