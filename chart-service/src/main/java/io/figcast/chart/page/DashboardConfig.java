package io.figcast.chart.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the page tells its visitors about where to send requests of their own. */
@ConfigMapping(prefix = "figcast.dashboard")
public interface DashboardConfig {

    /** The broker's address as producers outside reach it, for the kcat line that the page offers. */
    @WithDefault("${kafka.bootstrap.servers:localhost:9092}")
    String kafka();

    /** The topic of the requests. */
    @WithDefault("${figcast.topics.requests:category-requests}")
    String topic();
}
