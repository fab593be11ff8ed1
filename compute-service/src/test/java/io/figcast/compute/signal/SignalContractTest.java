package io.figcast.compute.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.compute.Contract;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;

class SignalContractTest {

    private static final Contract CONTRACT = new Contract("signal");
    private static final SliceKey KEY = new SliceKey("fruit", "figs", "5f0c");
    private static final String VERSION = "mQ3xk0v7PZ2c1Jtq8N5aBw";
    private static final Signal.Available AVAILABLE = new Signal.Available(VERSION,
            Instant.parse("2026-11-22T12:30:00.123Z"));

    @Test
    void computingIsWrittenAsTheExample() throws IOException {
        writtenAs("computing-again", new Signal.Computing(KEY, AVAILABLE, Instant.parse("2026-11-22T10:30:00.120Z"),
                Instant.parse("2026-11-22T10:31:08.120Z"), 5003L));
    }

    @Test
    void aFirstComputingIsWrittenAsTheExample() throws IOException {
        writtenAs("computing", new Signal.Computing(KEY, null, Instant.parse("2026-11-22T04:29:55.120Z"),
                Instant.parse("2026-11-22T04:31:03.120Z"), null));
    }

    @Test
    void readyIsWrittenAsTheExample() throws IOException {
        writtenAs("ready",
                new Signal.Ready(KEY, new Manifest("fruit", "figs", null, VERSION, 2000, 0, ColumnTypes.NUMBERS, false,
                        Instant.parse("2026-11-22T04:30:00.123Z"), Instant.parse("2026-11-22T10:30:00.123Z"),
                        AVAILABLE.expiresAt(), 5003, 131064, 1, "crc32c:0a1b2c3d-4e5f6071"), false));
    }

    @Test
    void failedIsWrittenAsTheExample() throws IOException {
        writtenAs("failed", new Signal.Failed(KEY, null, new Failure(FailureCode.SOURCE_FAILED,
                "The query failed: column \"weight\" does not exist", Instant.parse("2026-11-22T10:30:04Z"), 30)));
    }

    @Test
    void invalidatedIsWrittenAsTheExample() throws IOException {
        writtenAs("invalidated", new Signal.Invalidated(KEY));
    }

    @Test
    void requestsToForgetAreNamedAsInTheExample() throws IOException {
        writtenAs("forgotten", new Signal.Invalidated(KEY,
                List.of("category-requests/3/1402/1763785800123/0c1f8e5a-5a53-4c52-9d0b-4a3f3e1f0a77",
                        "category-requests/3/1405/1763785800150")));
    }

    @Test
    void axesAreWrittenAsTheExamples() throws IOException {
        SliceKey key = new SliceKey("flights", "AA", "6f0c", new Axes("distance", "delay"));
        writtenAs("ready-axes", new Signal.Ready(key, new Manifest("flights", "AA", key.axes(), VERSION, 2000, 0,
                ColumnTypes.NUMBERS, false, Instant.parse("2026-11-22T04:30:00.123Z"),
                Instant.parse("2026-11-22T10:30:00.123Z"),
                AVAILABLE.expiresAt(), 5003, 131064, 1, "crc32c:0a1b2c3d-4e5f6071"), false));
        writtenAs("invalidated-axes", new Signal.Invalidated(key));
        assertThat(new String(SignalJson.key(new Signal.Invalidated(key)), StandardCharsets.UTF_8))
                .isEqualTo("flights?x=distance&y=delay/AA");
    }

    @Test
    void keyIsDatasetAndCategory() {
        assertThat(new String(SignalJson.key(new Signal.Invalidated(KEY)), StandardCharsets.UTF_8)).isEqualTo("fruit/figs");
    }

    @Test
    void endlessMessagesAreCutToWhatTheSchemaAllows() {
        Failure failure = new Failure(FailureCode.SOURCE_FAILED, "🍐".repeat(5000), Instant.EPOCH, 30);

        assertThat(CONTRACT.complaints(SignalJson.value(new Signal.Failed(KEY, null, failure)))).isEmpty();
    }

    private static void writtenAs(String example, Signal signal) throws IOException {
        byte[] written = SignalJson.value(signal);

        assertThat(CONTRACT.complaints(written)).isEmpty();
        assertThat((ObjectNode) new ObjectMapper().readTree(written)).isEqualTo(CONTRACT.example(example));
    }
}
