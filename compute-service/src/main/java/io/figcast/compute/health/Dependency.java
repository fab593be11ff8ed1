package io.figcast.compute.health;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** A server this service needs, as last seen: there, or away since when. Thread-safe. */
public final class Dependency {

    private final String name;
    private final InstantSource clock;
    private volatile @Nullable Instant awaySince;

    public Dependency(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    public void answered() {
        if (awaySince != null) {
            change(null, "");
        }
    }

    public void away(String why) {
        if (awaySince == null) {
            change(clock.instant(), why);
        }
    }

    private synchronized void change(@Nullable Instant since, String why) {
        if ((awaySince == null) == (since == null)) {
            return;
        }
        awaySince = since;
        if (since == null) {
            Log.infof("Dependency is back dependency=%s", name);
        } else {
            Log.warnf("Dependency is away, waiting for it dependency=%s reason=\"%s\"", name, why);
        }
    }
}
