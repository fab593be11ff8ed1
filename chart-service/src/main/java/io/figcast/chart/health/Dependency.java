package io.figcast.chart.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** A server that this service needs: whether it answers, and since when it does not. */
public final class Dependency {

    private final String name;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> awaySince = new AtomicReference<>();

    Dependency(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    public boolean isAway() {
        return awaySince.get() != null;
    }

    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince.get());
    }

    public void answered() {
        Instant since = awaySince.getAndSet(null);
        if (since != null) {
            Log.infof("Dependency answers again dependency=%s awaySince=%s", name, since);
        }
    }

    public void failed(Throwable why) {
        if (awaySince.compareAndSet(null, clock.instant())) {
            Log.warnf("Dependency does not answer dependency=%s cause=%s", name, why);
        }
    }
}
