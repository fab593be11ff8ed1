package io.figcast.compute.kafka;

import java.time.InstantSource;

import org.apache.kafka.clients.producer.Producer;

import io.figcast.compute.health.Dependency;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Senders over a producer of Kafka's own that needs no broker. */
public final class TestSenders {

    private TestSenders() {
    }

    public static Sender of(Producer<byte[], byte[]> producer) {
        return new Sender(producer, new Dependency("kafka", InstantSource.system()), Infrastructure.getDefaultWorkerPool());
    }
}
