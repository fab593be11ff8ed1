package io.figcast.compute.request;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.compute.work.WorkConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;

/**
 * Lets a stopping service finish what it has begun: it takes no more records and gives requests in flight a little time. What
 * is left is delivered to another replica.
 */
@ApplicationScoped
class GracefulShutdown {

    private static final long LOOK_MILLIS = 50;

    private final RequestConsumer consumer;
    private final KafkaClientService kafka;
    private final Duration grace;

    GracefulShutdown(RequestConsumer consumer, KafkaClientService kafka, WorkConfig config) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.grace = config.shutdownGrace();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        kafka.getConsumerChannels().forEach(channel -> kafka.getConsumer(channel).pause().subscribe().with(paused -> {
        }, error -> Log.debugf(error, "Channel not paused channel=%s", channel)));
        long end = System.nanoTime() + grace.toNanos();
        while (consumer.inFlight() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        if (consumer.inFlight() > 0) {
            Log.warnf("Requests left to another replica count=%d", consumer.inFlight());
        }
    }
}
