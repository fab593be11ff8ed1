package io.figcast.chart.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.Identifier;

/** Which topic bears the name of the signals: whoever deletes it and creates it makes another one of the same name. */
@Singleton
class SignalTopic {

    private final Map<String, Object> connection;
    private final String name;
    private @Nullable Admin admin;

    SignalTopic(@Identifier("default-kafka-broker") Map<String, Object> connection, SignalConfig config,
            @ConfigProperty(name = "figcast.topics.signals") String name) {
        int millis = (int) config.checkTimeout().toMillis();
        this.connection = new HashMap<>(connection);
        this.connection.put(AdminClientConfig.CLIENT_ID_CONFIG, "figcast-chart-topic");
        this.connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        this.connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        this.name = name;
    }

    /** The id that Kafka gave it; empty if there is none yet, or Kafka does not tell. Fails if Kafka does not answer. */
    synchronized CompletionStage<Optional<String>> id() {
        Admin asked = admin == null ? Admin.create(connection) : admin;
        admin = asked;
        return asked.describeTopics(List.of(name)).allTopicNames().toCompletionStage()
                .thenApply(topics -> topics.values().stream().map(TopicDescription::topicId)
                        .filter(id -> !id.equals(Uuid.ZERO_UUID)).map(Uuid::toString).findFirst())
                .exceptionally(SignalTopic::emptyUnlessPassing);
    }

    private static Optional<String> emptyUnlessPassing(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RetriableException && !(cause instanceof UnknownTopicOrPartitionException)) {
            throw new CompletionException(cause);
        }
        return Optional.empty();
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
