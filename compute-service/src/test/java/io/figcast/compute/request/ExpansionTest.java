package io.figcast.compute.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.catalogue.TestDatasets;
import io.figcast.compute.kafka.TestSenders;
import io.figcast.compute.kafka.TopicsConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class ExpansionTest {

    static final CategoryRequest FORGET = new CategoryRequest(null, null, null, null, false, null, true);
    static final CategoryRequest ALL = new CategoryRequest(null, null, null, null, false, null, false);

    final MockProducer<byte[], byte[]> broker = new MockProducer<>(false, null, new ByteArraySerializer(),
            new ByteArraySerializer());
    final Expansion expansion = new Expansion(new BulkRequests(TestSenders.of(broker), new SmallRyeConfigBuilder()
            .withMapping(TopicsConfig.class).build().getConfigMapping(TopicsConfig.class)));
    final Dataset dataset = TestDatasets.of("own", IntStream.range(0, 600).mapToObj(n -> "category " + n).toList());

    @Test
    void whoSharesAnExpansionIsNamedInItsRecords() {
        var first = expand(FORGET, "first");
        var second = expand(FORGET, "second");
        var third = expand(FORGET, "third");
        deliver(1200);
        assertThat(List.of(first, second, third)).allMatch(CompletableFuture::isDone);
        assertThat(names(0)).isEqualTo("first");
        assertThat(names(600)).isEqualTo("second third");
        assertThat(names(1199)).isEqualTo("second third");
    }

    @Test
    void soManyShareAnExpansionThatItsRecordsStaySmall() {
        var first = expand(FORGET, "first");
        for (int n = 0; n < 40; n++) {
            var unused = expand(FORGET, "request-" + n);
        }
        deliver(1800);
        assertThat(first).isDone();
        assertThat(names(600).split(" ")).hasSize(Received.MOST_IDS);
        assertThat(names(1799).split(" ")).hasSize(40 - Received.MOST_IDS);
    }

    @Test
    void askingAgainAndAgainCostsOneExpansion() {
        var first = expand(ALL, "first");
        var all = IntStream.range(0, 256).mapToObj(n -> expand(ALL, "request-" + n)).toList();
        deliver(1200);
        assertThat(first).isDone();
        assertThat(all).allMatch(CompletableFuture::isDone);
        assertThat(broker.history()).hasSize(1200);
    }

    @Test
    void expansionGoesOnWhereTheBrokerWentAway() {
        var expanded = expand(ALL, "first");
        await().until(() -> broker.history().size() == 500);
        for (int n = 0; n < 499; n++) {
            broker.completeNext();
        }
        broker.errorNext(new IllegalStateException("away"));
        deliver(601);
        assertThat(expanded).isCompleted();
        assertThat(broker.history().stream().map(record -> new String(record.key(), UTF_8)).distinct()).hasSize(600);
        assertThat(new String(broker.history().get(500).key(), UTF_8)).isEqualTo("own/category 499");
    }

    private CompletableFuture<Void> expand(CategoryRequest request, String id) {
        return expansion.expand(dataset, request, List.of(id)).toCompletableFuture();
    }

    /** The broker takes records until it has so many. */
    private void deliver(int count) {
        await().untilAsserted(() -> {
            while (broker.completeNext()) {
                continue;
            }
            assertThat(broker.history()).hasSize(count);
        });
        await().until(() -> !broker.completeNext());
    }

    private String names(int index) {
        ProducerRecord<byte[], byte[]> record = broker.history().get(index);
        return new String(record.headers().lastHeader(Received.ID).value(), UTF_8);
    }
}
