package io.figcast.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.testing.KafkaAndRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@TestProfile(SignalStreamIT.ImpatientStreams.class)
@QuarkusTestResource(KafkaAndRedis.class)
class SignalStreamIT {

    /** Clients that take nothing are noticed within the time of a test. */
    public static class ImpatientStreams implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("figcast.streams.max-stall", "8s", "figcast.streams.max-pending", "4096",
                    "figcast.streams.heartbeat", "1s", "figcast.streams.max-clients", "1100");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SmallSendBuffers.class);
        }
    }

    /** The kernel would take megabytes for each client before the service notices that nobody reads them. */
    @Alternative
    @ApplicationScoped
    public static class SmallSendBuffers implements HttpServerOptionsCustomizer {

        @Override
        public void customizeHttpServer(HttpServerOptions options) {
            options.setSendBufferSize(8_192);
        }
    }

    private static BrokerPlayer broker;
    private final List<EventStream> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        broker = new BrokerPlayer();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void closeAll() {
        open.forEach(EventStream::close);
    }

    @Test
    void newClientGetsThePresentStateAndThenWhatHappens() {
        CategoryRef first = new CategoryRef("streams", "first");
        CategoryRef second = new CategoryRef("streams", "second");
        long overtaken = broker.invalidated(first);
        long present = broker.invalidated(first);
        awaitRead(present);

        EventStream stream = open("?dataset=streams").reading();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stream.offsets()).contains(present));
        long next = broker.invalidated(second);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stream.offsets()).contains(next));
        assertThat(stream.offsets()).doesNotContain(overtaken).isSorted();
    }

    @Test
    void clientThatComesBackGetsOnlyWhatItMissed() {
        CategoryRef ref = new CategoryRef("returns", "figs");
        CategoryRef other = new CategoryRef("returns", "apples");
        long seen = broker.invalidated(ref);
        long missed = broker.invalidated(other);
        awaitRead(missed);

        String topic = topic();
        EventStream stream = open("?dataset=returns", "Last-Event-ID: " + topic + seen).reading();
        EventStream garbage = open("?dataset=returns", "Last-Event-ID: " + topic + "99999999999").reading();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stream.offsets()).containsExactly(missed));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(garbage.offsets()).containsExactly(seen, missed));
    }

    /** The new topic soon has as many signals as the old one had: the offsets alone would not tell them apart. */
    @Test
    void ofATopicThatWasDeletedAndCreatedEverythingIsTold() {
        long last = broker.invalidated(new CategoryRef("anew", "figs"));
        awaitRead(last);
        EventStream stream = open("?dataset=anew").reading();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stream.offsets()).containsExactly(last));
        String seen = stream.lastId();

        broker.deleteAndCreateSignals();
        for (long offset = 0; offset <= last + 20; offset++) {
            broker.invalidated(new CategoryRef("anew", "category " + offset));
        }
        EventStream back = open("?dataset=anew", "Last-Event-ID: " + seen).reading();

        List<Long> all = LongStream.rangeClosed(0, last + 20).boxed().toList();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stream.offsets()).containsAll(all));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(back.offsets()).containsAll(all));
        assertThat(stream.lastId()).isEqualTo(back.lastId()).isNotEqualTo(seen);
    }

    @Test
    void heartbeatsAreSent() {
        EventStream stream = open("?dataset=silent").reading();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stream.lines()).contains(":"));
    }

    @Test
    void otherDatasetsAreFilteredOut() {
        EventStream stream = open("?dataset=wanted").reading();
        broker.invalidated(new CategoryRef("unwanted", "figs"));
        long wanted = broker.invalidated(new CategoryRef("wanted", "figs"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stream.offsets()).containsExactly(wanted));
    }

    @Test
    void stalledClientsAreDisconnectedAndDisturbNobody() {
        List<EventStream> stalled = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            stalled.add(open("?dataset=stalls"));
        }
        List<EventStream> readers = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            readers.add(open("?dataset=stalls").reading());
        }
        long last = 0;
        String padding = "x".repeat(2_000);
        for (int i = 0; i < 100; i++) {
            CategoryRef ref = new CategoryRef("stalls", "category " + i);
            last = broker.signal(ref, new JsonObject().put("dataset", "stalls").put("category", ref.category())
                    .put("status", "invalidated").put("padding", padding));
        }
        long end = last;

        await("they have heard the last signal").atMost(Duration.ofSeconds(90))
                .until(() -> readers.stream().allMatch(reader -> reader.offsets().contains(end)));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(metric("figcast_streams_disconnected_total")).isGreaterThanOrEqualTo(200));
        assertThat(readers).noneMatch(EventStream::isClosed);
        await("their connections are closed though they take nothing").atMost(Duration.ofSeconds(30))
                .until(() -> metric("figcast_streams_clients") <= readers.size());
        stalled.forEach(EventStream::reading);
        await("their connections have ended").atMost(Duration.ofSeconds(30))
                .until(() -> stalled.stream().allMatch(EventStream::isClosed));
    }

    /** How the ids of the topic begin. */
    private String topic() {
        EventStream any = open("").reading();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(any.offsets()).isNotEmpty());
        return any.lastId().substring(0, any.lastId().lastIndexOf('-') + 1);
    }

    private static void awaitRead(long offset) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(metric("figcast_signals_position")).isGreaterThanOrEqualTo(offset));
    }

    private static double metric(String name) {
        return new Chart().get("/q/metrics").body().lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1))).sum();
    }

    private EventStream open(String query, String... headers) {
        EventStream stream = EventStream.open(query, headers);
        open.add(stream);
        return stream;
    }
}
