package io.figcast.compute.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The names of the topics, and whether missing ones are created. */
@ConfigMapping(prefix = "figcast.topics")
public interface TopicsConfig {

    @WithDefault("true")
    boolean create();

    /** Replicas of a created topic; -1 leaves it to the broker. */
    @WithDefault("-1")
    short replication();

    @WithDefault("category-requests")
    String requests();

    @WithDefault("category-requests-bulk")
    String requestsBulk();

    @WithDefault("slice-signals")
    String signals();

    @WithDefault("category-requests-rejected")
    String rejected();
}
