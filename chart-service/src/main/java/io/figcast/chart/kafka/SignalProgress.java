package io.figcast.chart.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.health.Dependencies;
import io.figcast.chart.health.Dependency;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.core.Vertx;

/**
 * Asks Kafka now and then how far the signals go. The first answer is the mark that this replica must have reached to be
 * ready; the later ones tell whether Kafka is there, and whether the topic is still the one that is being read.
 */
@ApplicationScoped
public class SignalProgress {

    private static final String CHANNEL = "slice-signals";
    private static final Duration WHILE_STARTING = Duration.ofMillis(100);

    private final KafkaClientService kafka;
    private final SignalTopic topic;
    private final SignalConfig config;
    private final Signals read;
    private final Dependency broker;
    private final Vertx vertx;
    private final String signals;
    private final String requests;
    private volatile long mark = Long.MAX_VALUE;
    private volatile long fetched = -1;
    private volatile long lastPosition = -1;
    private volatile boolean caughtUp;
    private final CompletableFuture<Void> requestable = new CompletableFuture<>();
    private final CompletableFuture<Void> identified = new CompletableFuture<>();
    private volatile boolean stopped;

    SignalProgress(KafkaClientService kafka, SignalTopic topic, SignalConfig config, Signals read,
            Dependencies dependencies, Vertx vertx, @ConfigProperty(name = "figcast.topics.signals") String signals,
            @ConfigProperty(name = "figcast.topics.requests") String requests) {
        this.kafka = kafka;
        this.topic = topic;
        this.config = config;
        this.read = read;
        this.broker = dependencies.broker();
        this.vertx = vertx;
        this.signals = signals;
        this.requests = requests;
    }

    /** Whether everything has been read that was there when this replica started. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /**
     * Completes once the topic of requests has been seen; sending to one that does not exist might create it with the
     * broker's defaults.
     */
    public CompletableFuture<Void> requestable() {
        return requestable;
    }

    /** Completes once Kafka has said which topic the signals are in: no record may be taken for one of another topic. */
    CompletableFuture<Void> identified() {
        return identified;
    }

    void start(@Observes StartupEvent event) {
        check();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void check() {
        KafkaConsumer<byte[], byte[]> consumer = kafka.getConsumer(CHANNEL);
        if (consumer == null) {
            again(null, null);
            return;
        }
        consumer.runOnPollingThread(this::ask).call(end -> identify(consumer)).ifNoItem()
                .after(config.checkTimeout().multipliedBy(4)).fail()
                .subscribe().with(end -> again(end, null), failure -> again(null, failure));
    }

    private void again(@Nullable Long end, @Nullable Throwable failure) {
        if (failure != null) {
            broker.failed(failure);
        } else if (end != null) {
            broker.answered();
            mark = Math.min(mark, end);
            // The last offset may hold no record (compaction), so a reader that stands still at the end is there, too.
            boolean still = fetched >= mark && read.log().position() == lastPosition;
            caughtUp = caughtUp || read.log().position() >= mark - 1 || still;
            lastPosition = read.log().position();
        }
        if (!stopped) {
            boolean settled = caughtUp && requestable.isDone();
            Duration pause = settled || failure != null ? config.checkEvery() : WHILE_STARTING;
            vertx.setTimer(pause.toMillis(), id -> check());
        }
    }

    private Uni<Void> identify(KafkaConsumer<byte[], byte[]> consumer) {
        return Uni.createFrom().completionStage(topic::id).flatMap(id -> {
            boolean anew = id.filter(read::isAnother).isPresent();
            identified.complete(null);
            return anew ? consumer.runOnPollingThread(this::rewind) : Uni.createFrom().voidItem();
        });
    }

    private void rewind(Consumer<byte[], byte[]> consumer) {
        TopicPartition only = new TopicPartition(signals, 0);
        if (consumer.assignment().contains(only)) {
            consumer.seekToBeginning(Set.of(only));
        }
    }

    /** The end of the topic; 0 if there is none yet, since then there is nothing to be read. */
    private Long ask(Consumer<byte[], byte[]> consumer) {
        if (!requestable.isDone() && !partitions(consumer, requests).isEmpty()) {
            requestable.complete(null);
        }
        if (partitions(consumer, signals).isEmpty()) {
            return 0L;
        }
        TopicPartition only = new TopicPartition(signals, 0);
        Map<TopicPartition, Long> ends = consumer.endOffsets(Set.of(only), config.checkTimeout());
        if (consumer.assignment().contains(only)) {
            fetched = consumer.position(only, config.checkTimeout());
        }
        return ends.getOrDefault(only, 0L);
    }

    private List<PartitionInfo> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic, config.checkTimeout());
        return partitions == null ? List.of() : partitions;
    }
}
