package io.figcast.compute.signal;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.figcast.compute.broker.Sender;
import io.figcast.compute.broker.TopicsConfig;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.Signals;

/** Announces signals on their topic, keyed by dataset and category. */
@ApplicationScoped
class KafkaSignals implements Signals {

    private final Sender sender;
    private final String topic;

    KafkaSignals(Sender sender, TopicsConfig topics) {
        this.sender = sender;
        this.topic = topics.signals();
    }

    @Override
    public CompletionStage<Void> publish(Signal signal) {
        return sender.send(topic, SignalJson.key(signal), SignalJson.value(signal));
    }
}
