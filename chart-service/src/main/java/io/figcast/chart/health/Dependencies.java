package io.figcast.chart.health;

import java.time.Clock;

import jakarta.inject.Singleton;

/** The two servers that this service depends on. */
@Singleton
public class Dependencies {

    private final Dependency broker;
    private final Dependency memo;

    public Dependencies(Clock clock) {
        this.broker = new Dependency("kafka", clock);
        this.memo = new Dependency("redis", clock);
    }

    public Dependency broker() {
        return broker;
    }

    public Dependency memo() {
        return memo;
    }
}
