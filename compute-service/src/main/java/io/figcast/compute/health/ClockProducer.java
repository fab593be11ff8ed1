package io.figcast.compute.health;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock. */
final class ClockProducer {

    ClockProducer() {
    }

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
