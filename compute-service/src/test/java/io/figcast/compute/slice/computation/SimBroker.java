package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.port.Signals;

/** The signal topic, behind a network that keeps each sender's order but loses records and acknowledgements. */
final class SimBroker {

    record Announced(Instant at, Signal signal, BooleanSupplier senderLives) {
    }

    private final SimWorld world;
    private final double trouble;
    final List<Announced> log = new ArrayList<>();
    boolean away;

    SimBroker(SimWorld world, double trouble) {
        this.world = world;
        this.trouble = trouble;
    }

    /** One replica's producer. */
    Signals producer(BooleanSupplier lives) {
        return new Signals() {

            private Duration last = Duration.ZERO;
            private Duration fencedUntil = Duration.ZERO;

            @Override
            public CompletionStage<Void> publish(Signal signal) {
                CompletableFuture<Void> sent = new CompletableFuture<>();
                boolean lost = world.chance(trouble);
                boolean acknowledged = !world.chance(trouble);
                if (world.chance(trouble / 4)) {
                    fencedUntil = world.elapsed().plus(world.between(0, 8_000));
                }
                if (world.elapsed().compareTo(fencedUntil) < 0) {
                    return CompletableFuture.failedFuture(new IllegalStateException("fenced"));
                }
                Duration arrival = world.elapsed().plus(world.between(0, world.chance(trouble) ? 4_900 : 3));
                last = arrival.compareTo(last) > 0 ? arrival : last;
                world.after(last.minus(world.elapsed()), () -> {
                    if (!lost && !away) {
                        log.add(new Announced(world.now(), signal, lives));
                        if (acknowledged) {
                            sent.complete(null);
                        }
                    }
                    if (!sent.isDone()) {
                        world.after(Duration.ofSeconds(5),
                                () -> sent.completeExceptionally(new IllegalStateException("not acknowledged")));
                    }
                });
                return sent;
            }
        };
    }
}
