package io.figcast.endtoend.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.figcast.local.server.Child;
import io.figcast.local.server.RunDirectory;
import io.figcast.testing.Program;

class SecuredServersIT {

    private static final Map<String, String> PASSWORDS = Map.of("admin", "test-admin", "figcast-compute", "test-compute",
            "figcast-chart", "test-chart");
    private static final List<Child> CHILDREN = new ArrayList<>();

    private static SecuredKafka kafka;
    private static SecuredRedis redis;
    private static ConfiguredService compute;
    private static ConfiguredService chart;

    @BeforeAll
    static void startEverything() throws Exception {
        Program.REDIS.require();
        Path directory = RunDirectory.create(Path.of("target", "secured")).path();
        Identity broker = Identity.create(directory, "kafka");
        Identity memo = Identity.create(directory, "redis");
        kafka = new SecuredKafka(directory, broker, PASSWORDS);
        redis = new SecuredRedis(directory, memo, PASSWORDS);
        CHILDREN.add(redis.start());
        CHILDREN.add(kafka.start());
        await().atMost(Duration.ofSeconds(120)).until(kafka::isReady);
        kafka.createTopicsAndRights();

        compute = new ConfiguredService("compute-service", ConfiguredService.settings(directory, "compute", kafka, redis,
                "figcast-compute", PASSWORDS.get("figcast-compute"), broker, memo));
        chart = new ConfiguredService("chart-service", ConfiguredService.settings(directory, "chart", kafka, redis,
                "figcast-chart", PASSWORDS.get("figcast-chart"), broker, memo));
        CHILDREN.add(compute.start());
        CHILDREN.add(chart.start());
        await().atMost(Duration.ofSeconds(180)).until(() -> compute.isReady() && chart.isReady());
    }

    @AfterAll
    static void stopEverything() {
        CHILDREN.forEach(Child::kill);
    }

    @Test
    void aRequestIsComputedAndAnnouncedWithTheLeastRights() {
        Properties client = kafka.client("figcast-chart", PASSWORDS.get("figcast-chart"));
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("slice-signals", 0)));
            consumer.seekToBeginning(consumer.assignment());
            producer.send(new ProducerRecord<>("category-requests", "{\"dataset\":\"fruit\",\"category\":\"oranges\"}"));
            producer.flush();

            List<String> signals = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> signals.add(record.value()));
                assertThat(signals).anyMatch(signal -> signal.contains("oranges") && signal.contains("\"ready\""));
            });
        }
    }

    @Test
    void aChosenCategoryBecomesFiguresWithTheLeastRights() throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(chart.get("/api/datasets").body()).contains("figs"));

        var answer = chart.get("/api/figures?dataset=fruit&category=figs", "Prefer", "wait=30");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("histogram2dcontour");
    }

    @Test
    void aForgottenCategoryIsGoneWithTheLeastRights() throws Exception {
        assertThat(chart.get("/api/figures?dataset=penguins&category=Gentoo", "Prefer", "wait=30").statusCode()).isEqualTo(200);

        assertThat(chart.delete("/api/slice?dataset=penguins&category=Gentoo").statusCode()).isEqualTo(204);
    }

    @Test
    void aClientThatCallsTooOftenIsToldToWait() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        Callable<HttpResponse<String>> call = () -> chart.get("/api/datasets");
        List<HttpResponse<String>> refused = new ArrayList<>();
        for (var answer : callers.invokeAll(Collections.nCopies(400, call))) {
            if (answer.get().statusCode() != 200) {
                refused.add(answer.get());
            }
        }
        callers.shutdown();

        assertThat(refused).isNotEmpty();
        HttpResponse<String> answer = refused.get(0);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("TOO_MANY_CALLS");
        assertThat(chart.get("/q/health/live").statusCode()).isEqualTo(200);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> chart.get("/api/datasets").statusCode() == 200);
    }

    @Test
    void theRunningServicesHaveEveryMetricThatTheDashboardAndTheAlertsAskFor() throws Exception {
        List<String> queries = WatchedMetrics.queries();
        assertThat(queries).hasSizeGreaterThan(30);
        assertThat(chart.get("/api/datasets").statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String metrics = compute.get("/q/metrics").body() + chart.get("/q/metrics").body();
            assertThat(queries).allSatisfy(query -> assertThat(WatchedMetrics.patterns(query)).isNotEmpty()
                    .allSatisfy(pattern -> assertThat(metrics).containsPattern(pattern)));
        });
    }

    @Test
    void noPasswordReachesALog() throws Exception {
        for (ConfiguredService service : List.of(compute, chart)) {
            assertThat(Files.readString(service.log())).isNotEmpty().doesNotContain(PASSWORDS.values())
                    .doesNotContain("NOAUTH", "NOPERM", "not authorized", "AuthorizationException");
        }
    }

    @Test
    void noPasswordReachesMetricsOrHealth() throws Exception {
        for (ConfiguredService service : List.of(compute, chart)) {
            assertThat(service.get("/q/metrics").body() + service.get("/q/health").body()).doesNotContain(PASSWORDS.values());
        }
    }

    @Test
    void kafkaRefusesAWrongPassword() {
        assertThatThrownBy(() -> topicsSeenBy(kafka.client("figcast-chart", "guessed")))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void kafkaRefusesAClientWithoutEncryption() {
        Properties plain = kafka.client("figcast-chart", PASSWORDS.get("figcast-chart"));
        plain.put("security.protocol", "SASL_PLAINTEXT");
        plain.put("default.api.timeout.ms", "3000");
        plain.put("request.timeout.ms", "2000");

        assertThatThrownBy(() -> topicsSeenBy(plain)).isInstanceOf(ExecutionException.class);
    }

    @ParameterizedTest
    @CsvSource({ "figcast-chart, slice-signals", "figcast-chart, category-requests-bulk",
            "figcast-chart, category-requests-rejected",
            "figcast-compute, category-requests" })
    void kafkaRefusesWritingToOthersTopics(String user, String topic) {
        try (var producer = new KafkaProducer<>(kafka.client(user, PASSWORDS.get(user)), new StringSerializer(),
                new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "forged")).get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({ "figcast-chart, category-requests", "figcast-chart, category-requests-rejected",
            "figcast-compute, slice-signals", "figcast-compute, category-requests-rejected" })
    void kafkaRefusesReadingOthersTopics(String user, String topic) {
        try (var consumer = new KafkaConsumer<>(kafka.client(user, PASSWORDS.get(user)), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);

            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10))).isInstanceOf(AuthorizationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({ "figcast-chart", "figcast-compute" })
    void kafkaRefusesNewTopics(String user) {
        try (Admin admin = Admin.create(kafka.client(user, PASSWORDS.get(user)))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("another", 1, (short) 1))).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({ "figcast-compute, FLUSHALL", "figcast-compute, CONFIG GET *", "figcast-compute, KEYS *",
            "figcast-compute, SET other:key 1", "figcast-compute, ACL LIST", "figcast-compute, SCRIPT FLUSH",
            "figcast-compute, PUBLISH figcast:1:x 1", "figcast-chart, SET figcast:1:x 1", "figcast-chart, DEL figcast:1:x",
            "figcast-chart, GETRANGE other:key 0 1", "figcast-chart, EVAL return 0" })
    void redisRefusesWhatAServiceDoesNotNeed(String user, String command) throws Exception {
        assertThat(redis.answer(List.of("AUTH " + user + " " + PASSWORDS.get(user), command))).startsWith("-NOPERM");
    }

    @Test
    void redisRefusesStrangersAndGuessedPasswords() throws Exception {
        assertThat(redis.answer(List.of("GET figcast:1:catalogues"))).startsWith("-NOAUTH");
        assertThat(redis.answer(List.of("AUTH figcast-chart guessed"))).startsWith("-WRONGPASS");
    }

    @Test
    void redisRefusesAClientWithoutEncryption() throws Exception {
        try (Socket socket = new Socket("localhost", redis.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> assertThat(socket.getInputStream().read()).isEqualTo('+'));
        }
    }

    private static Object topicsSeenBy(Properties client) throws Exception {
        try (Admin admin = Admin.create(client)) {
            return admin.listTopics().names().get();
        }
    }
}
