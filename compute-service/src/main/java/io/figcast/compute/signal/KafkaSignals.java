package io.figcast.compute.signal;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.figcast.compute.kafka.Sender;
import io.figcast.compute.kafka.TopicsConfig;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.port.Signals;
import io.figcast.compute.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;

/** Announces signals on their topic, keyed by dataset and category. */
@ApplicationScoped
class KafkaSignals implements Signals {

    private final Sender sender;
    private final String topic;
    private final Traces traces;

    KafkaSignals(Sender sender, TopicsConfig topics, Traces traces) {
        this.sender = sender;
        this.traces = traces;
        this.topic = topics.signals();
    }

    @Override
    public CompletionStage<Void> publish(Signal signal) {
        return traces.step("send " + topic, SpanKind.PRODUCER,
                () -> sender.send(topic, SignalJson.key(signal), SignalJson.value(signal), Traces.headers()));
    }
}
