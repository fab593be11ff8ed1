package io.figcast.compute.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.health.Dependencies;
import io.figcast.compute.health.Dependency;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/**
 * Creates missing topics at start, in the background and as often as it takes; existing ones are never changed. Then
 * keeps asking the broker whether it is there, for the service's health.
 */
@ApplicationScoped
class TopicCreation {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final long ANSWER_SECONDS = 5;

    private final Map<String, Object> connection;
    private final TopicsConfig config;
    private final Datasets datasets;
    private final Dependency kafka;
    private final ScheduledExecutorService workers;
    private boolean complete;
    private @Nullable Future<?> looking;

    TopicCreation(@Identifier("default-kafka-broker") Map<String, Object> connection, TopicsConfig config, Datasets datasets,
            Dependencies dependencies, ScheduledExecutorService workers) {
        this.connection = Sender.with(connection,
                Map.of(AdminClientConfig.CLIENT_ID_CONFIG, "figcast-compute-topics",
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000));
        this.config = config;
        this.datasets = datasets;
        this.kafka = dependencies.kafka();
        this.workers = workers;
        this.complete = !config.create();
    }

    void start(@Observes StartupEvent event) {
        Admin admin = Admin.create(connection);
        looking = workers.scheduleWithFixedDelay(() -> look(admin), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.cancel(true);
        }
    }

    private void look(Admin admin) {
        try {
            Set<String> existing = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            kafka.answered();
            if (!complete) {
                create(admin, existing);
                complete = true;
            }
        } catch (ExecutionException | TimeoutException e) {
            kafka.away(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            admin.close(Duration.ZERO);
        }
    }

    private void create(Admin admin, Set<String> existing) throws ExecutionException, InterruptedException, TimeoutException {
        Duration longest = datasets.all().stream().map(dataset -> dataset.limits().ttl()).max(Duration::compareTo)
                .orElse(Duration.ZERO);
        List<NewTopic> missing = Topics.of(config, longest).stream().filter(topic -> !existing.contains(topic.name())).toList();
        for (NewTopic topic : missing) {
            try {
                admin.createTopics(List.of(topic)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
                Log.infof("Topic created topic=%s", topic.name());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
