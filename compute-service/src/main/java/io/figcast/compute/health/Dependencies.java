package io.figcast.compute.health;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The servers that the service needs. */
@ApplicationScoped
public class Dependencies {

    private final Dependency kafka;
    private final Dependency redis;

    Dependencies(Clock clock) {
        this.kafka = new Dependency("kafka", clock);
        this.redis = new Dependency("redis", clock);
    }

    public Dependency kafka() {
        return kafka;
    }

    public Dependency redis() {
        return redis;
    }

    List<Dependency> all() {
        return List.of(kafka, redis);
    }
}
