package io.figcast.chart.http.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many calls of the API one client may make. */
@ConfigMapping(prefix = "figcast.limit")
public interface LimitConfig {

    /** Calls per second in the long run; 0 means that nobody is limited. */
    @WithDefault("0")
    int callsPerSecond();

    /** Calls at once, after a time of silence. */
    @WithDefault("100")
    int burst();

    /** Clients remembered; of more, those that were silent longest start afresh. */
    @WithDefault("100000")
    int maxClients();
}
