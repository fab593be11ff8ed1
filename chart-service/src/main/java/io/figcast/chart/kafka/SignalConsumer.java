package io.figcast.chart.kafka;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/**
 * Reads every signal, in order, on every replica, from the beginning of the topic at every start. It commits nothing. A record
 * that is not a signal is logged and skipped; nothing that arrives can stop it.
 */
@ApplicationScoped
class SignalConsumer {

    private final Signals signals;
    private final SignalProgress progress;
    private final List<SignalListener> listeners;
    private final Clock clock;
    private final RecordTraces traces;
    private final Counter broken;

    SignalConsumer(Signals signals, SignalProgress progress, @All List<SignalListener> listeners, Clock clock,
            MeterRegistry meters, RecordTraces traces) {
        this.signals = signals;
        this.progress = progress;
        this.listeners = listeners;
        this.clock = clock;
        this.traces = traces;
        this.broken = meters.counter("figcast.signals.broken");
    }

    @Incoming("slice-signals")
    Uni<Void> read(ConsumerRecord<byte[], byte[]> record) {
        if (progress.identified().isDone()) {
            take(record);
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().completionStage(progress.identified()).invoke(() -> take(record));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (signals.moveTo(record.offset())) {
                listeners.forEach(SignalListener::topicBeganAnew);
            }
            accept(record);
        } catch (IllegalArgumentException e) {
            broken.increment();
            Log.warnf("Skipping a signal that cannot be read partition=%d offset=%d cause=%s", record.partition(),
                    record.offset(), e.getMessage());
        } catch (RuntimeException e) {
            Log.errorf(e, "Skipping a signal that could not be handled offset=%d", record.offset());
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        Signal signal = SignalDecoder.decode(record.value());
        long now = System.nanoTime();
        NewestSignal newest = new NewestSignal(record.offset(), signal, computeMillis(signal), now,
                failedUntil(signal, record.timestamp(), now));
        Iterable<Signals.Entry> dropped = signals.add(new Signals.Entry(record.offset(), signal,
                Signals.Entry.event(signals.log().topic(), record.offset(), record.value())));
        Span span = traces.received(record, clock.millis() - record.timestamp());
        try (Scope unused = span.makeCurrent()) {
            listeners.forEach(listener -> listener.received(newest));
            dropped.forEach(old -> listeners.forEach(listener -> listener.dropped(old.ref(), old.offset())));
        } finally {
            span.end();
        }
    }

    private static @Nullable Long computeMillis(Signal signal) {
        if (signal.result() != null) {
            return signal.result().computeMillis();
        }
        return signal.run() == null ? null : signal.run().expectedMillis();
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
