package io.figcast.chart.kafka;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Signal;
import io.figcast.chart.trace.Step;
import io.figcast.chart.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/**
 * Reads every signal, in order, on every replica, from the beginning of the topic at every start. It commits nothing. A record
 * that is no signal is told in the log and passed over; nothing that arrives can stop it.
 */
@ApplicationScoped
class SignalConsumer {

    private final CategoryStates states;
    private final List<SignalListener> listeners;
    private final Clock clock;
    private final Traces traces;
    private final Counter broken;

    SignalConsumer(CategoryStates states, @All List<SignalListener> listeners, Clock clock, MeterRegistry meters,
            Traces traces) {
        this.states = states;
        this.listeners = listeners;
        this.clock = clock;
        this.traces = traces;
        this.broken = meters.counter("figcast.signals.broken");
    }

    @Incoming("slice-signals")
    Uni<Void> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            states.moveTo(record.offset());
            accept(record);
        } catch (IllegalArgumentException e) {
            broken.increment();
            Log.warnf("Passing over a signal that cannot be read partition=%d offset=%d cause=%s", record.partition(),
                    record.offset(), e.getMessage());
        } catch (RuntimeException e) {
            Log.errorf(e, "Passing over a signal that nobody could handle offset=%d", record.offset());
        }
        return Uni.createFrom().voidItem();
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        Signal signal = SignalDecoder.decode(record.value());
        CategoryState before = states.newest(signal.ref()).orElse(null);
        long now = System.nanoTime();
        CategoryState state = new CategoryState(record.offset(), signal, computeMillis(signal, before), now,
                failedUntil(signal, record.timestamp(), now), SignalEvent.encode(record.offset(), record.value()));
        states.accept(state);
        try (Step unused = traces.received(record.topic(), record.headers(), signal.ref().recordKey(),
                clock.millis() - record.timestamp())) {
            listeners.forEach(listener -> listener.received(state, before));
        }
    }

    private static @Nullable Long computeMillis(Signal signal, @Nullable CategoryState before) {
        if (signal.result() != null && signal.result().computeMillis() != null) {
            return signal.result().computeMillis();
        }
        if (signal.run() != null && signal.run().expectedMillis() != null) {
            return signal.run().expectedMillis();
        }
        return before == null ? null : before.computeMillis();
    }

    /** The record's age shortens the pause, so that a restart does not repeat it; a wrong clock never lengthens it. */
    private long failedUntil(Signal signal, long timestamp, long nowNanos) {
        Signal.Failure error = signal.error();
        if (error == null) {
            return nowNanos;
        }
        long ageMillis = Math.max(0, clock.millis() - timestamp);
        long pauseMillis = Math.max(0, TimeUnit.SECONDS.toMillis(error.retryAfterSeconds()) - ageMillis);
        return nowNanos + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    }
}
