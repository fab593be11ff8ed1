package io.figcast.chart.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.health.Dependencies;
import io.figcast.chart.health.Dependency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/**
 * Hands requests to the broker. The stage completes when the broker has the request, and fails with
 * {@link BrokerAwayException} if it does not within the time-out; it may then arrive nevertheless, which does no harm.
 */
@ApplicationScoped
public class RequestSender {

    private static final int MAX_IN_FLIGHT = 1_000;
    /** The header by which a sender names its request. */
    private static final String NAME = "figcast-request";
    private static final Duration TOPIC_TIMEOUT = Duration.ofSeconds(3);

    private final MutinyEmitter<byte[]> requests;
    private final Dependency broker;
    private final SignalProgress progress;
    private final Duration timeout;
    private final Counter sent;
    private final RecordTraces traces;
    private final Semaphore places = new Semaphore(MAX_IN_FLIGHT);

    RequestSender(
            @Channel("category-requests") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2
                    * MAX_IN_FLIGHT) MutinyEmitter<byte[]> requests,
            Dependencies dependencies, SignalProgress progress,
            @ConfigProperty(name = "figcast.request-timeout", defaultValue = "10s") Duration timeout, MeterRegistry meters,
            RecordTraces traces) {
        this.requests = requests;
        this.broker = dependencies.broker();
        this.progress = progress;
        this.timeout = timeout;
        this.traces = traces;
        this.sent = meters.counter("figcast.requests.sent");
    }

    /** Hands it over; fails with {@link BrokerAwayException}. */
    public CompletableFuture<Void> send(CategoryRequest request) {
        return send(request, null);
    }

    /** @param name by which the signal of its end will call it */
    public CompletableFuture<Void> send(CategoryRequest request, @Nullable String name) {
        if (broker.isAway()) {
            return refused("Kafka does not answer");
        }
        if (!progress.requestable().isDone()) {
            // This service has just started: copies of the stage, so that giving up leaves the stage itself alone.
            return progress.requestable().copy().orTimeout(TOPIC_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionallyCompose(late -> refused("Kafka has no request topic yet"))
                    .thenCompose(Context.current().wrapFunction(seen -> handOver(request, name)));
        }
        return handOver(request, name);
    }

    @WithSpan(value = "send category-requests", kind = SpanKind.PRODUCER)
    CompletableFuture<Void> handOver(CategoryRequest request, @Nullable String name) {
        if (!places.tryAcquire()) {
            return refused("too many requests are in flight to Kafka");
        }
        Message<byte[]> message = Message.of(request.json().getBytes(StandardCharsets.UTF_8));
        OutgoingKafkaRecordMetadata.OutgoingKafkaRecordMetadataBuilder<String> metadata = OutgoingKafkaRecordMetadata
                .builder();
        request.key().ifPresent(metadata::withKey);
        Headers headers = traces.headers();
        if (name != null) {
            headers.add(NAME, name.getBytes(StandardCharsets.US_ASCII));
        }
        metadata.withHeaders(headers);
        return requests.sendMessage(message.addMetadata(metadata.build())).onTermination().invoke(() -> places.release())
                .ifNoItem().after(timeout).fail().onItem().invoke(() -> sent.increment())
                .onFailure().transform(failure -> new BrokerAwayException("Kafka did not take the request: " + failure))
                .subscribeAsCompletionStage();
    }

    private static CompletableFuture<Void> refused(String why) {
        return CompletableFuture.failedFuture(new BrokerAwayException(why));
    }
}
