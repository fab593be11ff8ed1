package io.figcast.chart.http.events;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the event streams to browsers may cost. */
@ConfigMapping(prefix = "figcast.streams")
public interface StreamConfig {

    /** Beyond it a new client is answered 503. */
    @WithDefault("20000")
    int maxClients();

    /** How often a silent stream carries a comment, by which proxies and we notice who has left. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A client that has taken nothing for so long although something was there is disconnected. */
    @WithDefault("30s")
    Duration maxStall();

    /** What is written to one client ahead of what it has taken, in bytes. */
    @WithDefault("65536")
    int maxPending();

    /** How long a browser waits before it connects again. */
    @WithDefault("1s")
    Duration retry();
}
