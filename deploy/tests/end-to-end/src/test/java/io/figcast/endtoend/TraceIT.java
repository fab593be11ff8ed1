package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.figcast.endtoend.SpanCollector.Received;

/** Traces that lead through both services, as a collector receives them. */
class TraceIT {

    private static final String CHART = "figcast-chart-service";
    private static final String COMPUTE = "figcast-compute-service";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static SpanCollector collector;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        collector = new SpanCollector();
        Map<String, String> settings = Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.endpoint",
                collector.address(), "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "200ms", "quarkus.log.console.json.enabled", "true");
        fleet = new Fleet(1, settings, settings).start();
        fleet.awaitDatasets();
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
        collector.close();
    }

    @Test
    void oneTraceLeadsFromTheCallThroughTheQueryToTheFigures() {
        assertThat(fleet.api(0).figures("penguins", "Gentoo", 60).status()).isEqualTo(200);

        Received query = span(COMPUTE, "query penguins", "Gentoo");
        Received call = awaitSpan(query, CHART, "GET /api/figures");
        Received sent = awaitSpan(query, CHART, "send category-requests");
        Received request = awaitSpan(query, COMPUTE, "process category-requests");
        Received signal = awaitSpan(query, CHART, "process slice-signals");
        assertThat(sent.isIn(call)).isTrue();
        assertThat(request.isIn(sent)).isTrue();
        assertThat(query.isIn(request)).isTrue();
        assertThat(awaitSpan(query, COMPUTE, "store").isIn(request)).isTrue();
        assertThat(awaitSpan(query, COMPUTE, "send slice-signals").isIn(request)).isTrue();
        assertThat(signal.trace()).isEqualTo(call.trace());
        assertThat(awaitSpan(query, CHART, "read slice").trace()).isEqualTo(call.trace());
        assertThat(awaitSpan(query, CHART, "draw figures").trace()).isEqualTo(call.trace());
    }

    @Test
    void theLogNamesTheTraceOfAComputation() {
        assertThat(fleet.api(0).figures("penguins", "Chinstrap", 60).status()).isEqualTo(200);

        String trace = HexFormat.of().formatHex(span(COMPUTE, "query penguins", "Chinstrap").trace().toByteArray());
        assertThat(fleet.compute().get(0).output().lines().filter(line -> line.contains("category=Chinstrap")))
                .isNotEmpty().allSatisfy(line -> assertThat(line).contains(trace));
    }

    @Test
    void theTraceOfAProducerIsTakenUp() {
        fleet.wire().request("{\"dataset\":\"penguins\",\"category\":\"Adelie\"}",
                parent("00-" + TRACE + "-b7ad6b7169203331-01"));

        await().atMost(Fleet.PATIENCE).untilAsserted(() -> assertThat(collector.spans())
                .filteredOn(span -> HexFormat.of().formatHex(span.trace().toByteArray()).equals(TRACE))
                .anyMatch(span -> span.is(COMPUTE, "query penguins"))
                .anyMatch(span -> span.is(CHART, "process slice-signals")));
    }

    @Test
    void headersThatAreNoTraceDoNoHarm() {
        List<@Nullable String> malformed = Arrays.asList(null, "", "rubbish", "00-" + TRACE, "00-" + "0".repeat(32)
                + "-b7ad6b7169203331-01", "ff-" + TRACE + "-b7ad6b7169203331-01", "\u0000\uffff\n", "0".repeat(50_000));

        for (String value : malformed) {
            int answers = answers("fruit", "oranges");
            assertThat(fleet.wire().request("{\"category\":\"oranges\"}", parent(value), header("tracestate", "=,=\n"),
                    header("baggage", "a=" + "b".repeat(8_000)), header("b3", "1"))).isPresent();
            await().atMost(Fleet.PATIENCE).until(() -> answers("fruit", "oranges") > answers);
        }

        assertThat(fleet.compute().get(0).isLive()).isTrue();
        assertThat(collector.spans()).allSatisfy(span -> {
            assertThat(span.trace().size()).isEqualTo(16);
            assertThat(span.span().getTraceState()).isEmpty();
        });
    }

    private static int answers(String dataset, String category) {
        return (int) fleet.wire().signals().stream()
                .filter(signal -> signal.json().path("dataset").asText().equals(dataset) && signal.category().equals(category)
                        && signal.status().equals("ready"))
                .count();
    }

    private static Header parent(@Nullable String value) {
        return header("traceparent", value);
    }

    private static Header header(String name, @Nullable String value) {
        return new RecordHeader(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** The span of a request for this category, found by what the request's span says. */
    private static Received span(String service, String name, String category) {
        return await().atMost(Fleet.PATIENCE).until(() -> collector.spans().stream()
                .filter(request -> request.is(COMPUTE, "process category-requests") && request.span().getAttributesList()
                        .stream().anyMatch(attribute -> attribute.getValue().getStringValue().equals(category)))
                .flatMap(request -> find(request, service, name).stream()).findFirst(), Optional::isPresent).orElseThrow();
    }

    private static Received awaitSpan(Received inTheTraceOf, String service, String name) {
        return await(service + " " + name).atMost(Fleet.PATIENCE)
                .until(() -> find(inTheTraceOf, service, name), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Received> find(Received inTheTraceOf, String service, String name) {
        return collector.spans().stream().filter(span -> span.is(service, name) && span.trace().equals(inTheTraceOf.trace()))
                .findFirst();
    }
}
