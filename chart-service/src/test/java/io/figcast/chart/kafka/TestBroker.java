package io.figcast.chart.kafka;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.reactive.messaging.Message;

import io.figcast.chart.health.Dependencies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;

/** Takes every request, and writes it down. */
public final class TestBroker {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    /** What the requests that have one are called. */
    public List<String> names() {
        return names;
    }

    public List<String> requests() {
        return requests;
    }

    @SuppressWarnings("unchecked")
    public RequestSender sender() {
        MutinyEmitter<byte[]> emitter = (MutinyEmitter<byte[]>) Proxy.newProxyInstance(TestBroker.class.getClassLoader(),
                new Class<?>[] { MutinyEmitter.class }, (proxy, method, arguments) -> {
                    Message<?> request = (Message<?>) arguments[0];
                    requests.add(new String((byte[]) request.getPayload(), StandardCharsets.UTF_8));
                    request.getMetadata(OutgoingKafkaRecordMetadata.class).map(metadata -> metadata.getHeaders()
                            .lastHeader("figcast-request")).ifPresent(
                                    name -> names.add(new String(name.value(), StandardCharsets.UTF_8)));
                    return Uni.createFrom().voidItem();
                });
        Dependencies servers = new Dependencies(Clock.systemUTC());
        SignalProgress progress = new SignalProgress(unused(KafkaClientService.class),
                new SignalTopic(Map.of(), new Checks(), "signals"), new Checks(), new Signals(10), servers, unused(Vertx.class),
                "signals", "requests");
        progress.requestable().complete(null);
        return new RequestSender(emitter, servers, progress, Duration.ofSeconds(10), new SimpleMeterRegistry(),
                new RecordTraces(OpenTelemetry.noop().getTracer("test"), true));
    }

    private record Checks() implements SignalConfig {

        @Override
        public int maxCategories() {
            return 10;
        }

        @Override
        public Duration checkEvery() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration checkTimeout() {
            return Duration.ofSeconds(3);
        }
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(TestBroker.class.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
