package io.figcast.compute.request;

import static io.figcast.compute.Wire.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.compute.Contract;
import io.figcast.compute.FastFruit;
import io.figcast.compute.Wire;
import io.figcast.testing.KafkaAndRedis;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;

/** Requests for other columns than a dataset's own. */
@QuarkusTest
@TestProfile(FastFruit.class)
@WithTestResource(KafkaAndRedis.class)
class AxesIT {

    @Inject
    MeterRegistry metrics;
    @Inject
    Redis redis;

    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(FastFruit.AXES, FastFruit.AXES_ROWS);
        wire = Wire.signals();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void eachPairOfAxesIsComputedOnceAndMemoized() throws IOException {
        Files.writeString(FastFruit.AXES, FastFruit.AXES_ROWS + "elm,2001-05-05,5.5,50.25,e\nelm,2001-05-06,6.5,60.25,f\n");
        request("elm", "width", "height", "");
        JsonNode first = terminal("elm", "width", 1);
        double before = computations();
        request("elm", "height", "day", "");
        JsonNode second = terminal("elm", "height", 1);
        request("elm", "width", "height", "");
        request("elm", "height", "day", "");
        JsonNode memoized = terminal("elm", "width", 2);
        terminal("elm", "height", 2);

        assertThat(computations() - before).isEqualTo(1);
        assertThat(first.path("status").asText()).isEqualTo("ready");
        assertThat(first.path("rows").asInt()).isEqualTo(2);
        assertThat(memoized.path("memoized").asBoolean()).isTrue();
        assertThat(memoized.path("version")).isEqualTo(first.path("version"));
        assertThat(second.path("slice")).isNotEqualTo(first.path("slice"));
        assertThat(second.path("y").asText()).isEqualTo("day");
        JsonNode manifest = stored("figcast:1:{" + second.path("slice").asText() + "}:manifest");
        assertThat(manifest.path("x").asText()).isEqualTo("height");
        assertThat(manifest.path("y").asText()).isEqualTo("day");
        assertThat(manifest.path("yType").asText()).isEqualTo("time");
        assertThat(new Contract("manifest").complaints(manifest.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(wire.records()).allSatisfy(
                record -> assertThat(new Contract("signal").complaints(record.value())).isEmpty());
        assertThat(wire.records()).extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .contains("axes?x=width&y=height/elm", "axes?x=height&y=day/elm");
    }

    @Test
    void theDatasetsOwnColumnsAreOneSliceHoweverTheyAreNamed() {
        wire.request("{\"dataset\":\"axes\",\"category\":\"oak\"}");
        JsonNode own = wire.awaitMessage(message -> message.path("category").asText().equals("oak") && message.has("rows"));
        request("oak", "day", "height", ",\"refresh\":true");
        // A change of the file by another test may still be announced in between.
        JsonNode named = wire.awaitMessage(message -> message.path("category").asText().equals("oak") && message.has("rows")
                && !message.path("version").equals(own.path("version")));

        assertThat(named.path("slice")).isEqualTo(own.path("slice"));
        assertThat(named.has("x")).isFalse();
    }

    @Test
    void ownColumnsMayBeNamedWhereThereIsNoChoice() throws IOException {
        wire.request("{\"dataset\":\"growing\",\"category\":\"old\",\"x\":\"x\",\"y\":\"y\",\"refresh\":true}");
        JsonNode ready = wire.awaitMessage(message -> message.path("dataset").asText().equals("growing")
                && message.path("status").asText().equals("ready"));

        assertThat(ready.has("x")).isFalse();
        JsonNode catalogue = stored("figcast:1:catalogue:growing");
        assertThat(catalogue.path("x").asText()).isEqualTo("x");
        assertThat(catalogue.path("y").asText()).isEqualTo("y");
        assertThat(catalogue.has("columns")).isFalse();
        assertThat(new Contract("catalogue").complaints(catalogue.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void theCatalogueSaysWhatMayBeDrawn() throws IOException {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode catalogue = stored("figcast:1:catalogue:axes");
            assertThat(catalogue.path("x").asText()).isEqualTo("day");
            assertThat(catalogue.path("y").asText()).isEqualTo("height");
            assertThat(catalogue.path("columns").findValuesAsText("name")).containsExactly("day", "height", "width");
            assertThat(catalogue.path("columns").findValuesAsText("type")).containsExactly("time", "number", "number");
            assertThat(new Contract("catalogue").complaints(catalogue.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
        });
        assertThat(stored("figcast:1:catalogue:growing").has("columns")).isFalse();
    }

    @Test
    void aColumnThatIsNotAllowedIsRejected() {
        try (Wire rejects = Wire.rejects()) {
            request("oak", "note", "height", "");
            wire.request("{\"dataset\":\"axes\",\"all\":true,\"y\":\"kind\"}");
            wire.request("{\"dataset\":\"growing\",\"category\":\"old\",\"x\":\"y\"}");
            wire.request("{\"dataset\":\"slow\",\"category\":\"3\",\"x\":\"y\"}");

            rejects.awaitMessage(
                    reject -> reject.path("code").asText().equals("UNKNOWN_COLUMN") && reject.path("message").asText()
                            .equals("x is 'note', which dataset axes does not allow; it allows day, height, width"));
            rejects.awaitMessage(reject -> reject.path("message").asText()
                    .equals("y is 'kind', which dataset axes does not allow; it allows day, height, width"));
            rejects.awaitMessage(reject -> reject.path("message").asText().equals("x is 'y', which dataset growing does not"
                    + " allow; it allows no other columns than its own: x 'x', y 'y'"));
            rejects.awaitMessage(reject -> reject.path("message").asText().equals("x is 'y', which dataset slow does not"
                    + " allow; it allows no other columns than its own"));
            assertThat(rejects.records()).allSatisfy(
                    record -> assertThat(new Contract("reject").complaints(record.value())).isEmpty());
        }
    }

    @Test
    void aColumnMayBeNamedAsSoonAsItIsWritten() throws IOException {
        Files.writeString(FastFruit.AXES, "kind,day,height,depth\nyew,2001-05-01,1.5,2.25\nyew,2001-05-02,2.5,4.25\n"
                + "fir,2001-05-01,1.5,2.25\nfir,2001-05-02,2.5,4.25\n");
        request("yew", "depth", "height", "");
        assertThat(terminal("yew", "depth", 1).path("rows").asInt()).isEqualTo(2);
    }

    @Test
    void forgettingOnePairLeavesTheOther() {
        request("pine", "width", "height", "");
        JsonNode kept = terminal("pine", "width", 1);
        request("pine", "height", "width", "");
        terminal("pine", "height", 1);
        request("pine", "height", "width", ",\"forget\":true");
        JsonNode gone = terminal("pine", "height", 2);
        request("pine", "width", "height", "");
        JsonNode still = terminal("pine", "width", 2);
        request("pine", "height", "width", "");

        assertThat(gone.path("status").asText()).isEqualTo("invalidated");
        assertThat(gone.path("y").asText()).isEqualTo("width");
        assertThat(still.path("memoized").asBoolean()).isTrue();
        assertThat(still.path("version")).isEqualTo(kept.path("version"));
        assertThat(terminal("pine", "height", 3).path("memoized").asBoolean()).isFalse();
    }

    @Test
    void allAsksForTheAxesThatItNames() {
        wire.request("{\"dataset\":\"axes\",\"all\":true,\"refresh\":true,\"x\":\"width\"}");

        for (String category : new String[] { "pine", "oak" }) {
            JsonNode signal = terminal(category, "width", 1);
            assertThat(signal.path("status").asText()).isEqualTo("ready");
            assertThat(signal.path("y").asText()).isEqualTo("height");
        }
    }

    @Test
    void aChangedFileIsAnnouncedUnderTheOwnKeyAlsoWhereOnlyOtherAxesAreHeld() throws IOException {
        Files.writeString(FastFruit.AXES, FastFruit.AXES_ROWS + "ash,2001-05-05,5.5,50.25,e\nash,2001-05-06,6.5,60.25,f\n");
        request("ash", "width", "height", "");
        terminal("ash", "width", 1);
        Files.writeString(FastFruit.AXES, FastFruit.AXES_ROWS + "ash,2001-05-05,7.5,50.25,e\nash,2001-05-06,6.5,60.25,f\n");
        JsonNode changed = wire.awaitMessage(message -> message.path("category").asText().equals("ash")
                && message.path("status").asText().equals("invalidated"));
        request("ash", "width", "height", "");

        assertThat(changed.has("x")).isFalse();
        assertThat(terminal("ash", "width", 2).path("memoized").asBoolean()).isFalse();
    }

    @Test
    void columnsOfADatabaseAreChosenToo() {
        wire.request("{\"dataset\":\"sold\",\"category\":\"tea\",\"x\":\"z\"}");
        JsonNode ready = terminal("tea", "z", 1);

        assertThat(ready.path("status").asText()).isEqualTo("ready");
        assertThat(ready.path("y").asText()).isEqualTo("y");
        assertThat(ready.path("rows").asInt()).isEqualTo(2);
    }

    private void request(String category, String x, String y, String more) {
        wire.request("{\"dataset\":\"axes\",\"category\":\"" + category + "\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"" + more
                + "}");
    }

    /** The nth terminal signal of a category with this x. */
    private JsonNode terminal(String category, String x, int nth) {
        List<JsonNode> found = await().atMost(PATIENCE).until(() -> wire.terminal(category).stream()
                .filter(message -> message.path("x").asText().equals(x)).toList(), signals -> signals.size() >= nth);
        return found.get(nth - 1);
    }

    private JsonNode stored(String key) {
        return Wire.json(redis.send(Request.cmd(Command.GET).arg(key)).toCompletionStage().toCompletableFuture().join()
                .toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    private double computations() {
        return metrics.find("figcast.computations").tag("dataset", "axes").counters().stream().mapToDouble(Counter::count)
                .sum();
    }
}
