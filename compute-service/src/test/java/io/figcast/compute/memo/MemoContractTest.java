package io.figcast.compute.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.compute.Contract;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;

class MemoContractTest {

    private static final Contract MANIFEST = new Contract("manifest");
    private static final Contract FAILURE = new Contract("failure");

    @Test
    void everyManifestOfTheContractIsRead() {
        assertThat(MANIFEST.valid()).isNotEmpty().allSatisfy(
                example -> assertThat(MemoJson.manifest(new String(Contract.read(example), StandardCharsets.UTF_8)).version())
                        .hasSize(22));
    }

    @Test
    void everyFailureOfTheContractIsRead() {
        assertThat(FAILURE.valid()).isNotEmpty().allSatisfy(
                example -> assertThat(MemoJson.failure(new String(Contract.read(example), StandardCharsets.UTF_8)).code())
                        .isEqualTo(FailureCode.SOURCE_FAILED));
    }

    @Test
    void aManifestIsWrittenAsTheExampleAndReadBack() throws IOException {
        Manifest manifest = new Manifest("fruit", "figs", null, "mQ3xk0v7PZ2c1Jtq8N5aBw", 2000, 0, ColumnTypes.NUMBERS, false,
                Instant.parse("2026-11-22T04:30:00.123Z"), Instant.parse("2026-11-22T10:30:00.123Z"),
                Instant.parse("2026-11-22T12:30:00.123Z"), 5003, 131064, 1, "crc32c:0a1b2c3d-4e5f6071");

        String written = MemoJson.write(manifest);

        assertThat(new ObjectMapper().readTree(written)).isEqualTo(MANIFEST.example("one-chunk"));
        assertThat(MemoJson.manifest(written)).isEqualTo(manifest);
    }

    @Test
    void aReducedSliceSaysSo() throws IOException {
        Manifest manifest = new Manifest("taxi", "yellow", null, "mQ3xk0v7PZ2c1Jtq8N5aBw", 90_000_000, 12,
                ColumnTypes.NUMBERS, true, Instant.parse("2026-11-22T04:30:00.123Z"),
                Instant.parse("2026-11-22T10:30:00.123Z"), Instant.parse("2026-11-22T12:30:00.123Z"), 5003, 131064, 1,
                "crc32c:1a1b2c3d-4e5f6071");

        String written = MemoJson.write(manifest);

        assertThat(new ObjectMapper().readTree(written)).isEqualTo(MANIFEST.example("reduced"));
        assertThat(MemoJson.manifest(written)).isEqualTo(manifest);
    }

    @Test
    void axesAreToldWhereTheyAreNotTheDatasetsOwn() throws IOException {
        Manifest manifest = new Manifest("flights", "AA", new Axes("distance", "delay"), "mQ3xk0v7PZ2c1Jtq8N5aBw", 2000, 0,
                ColumnTypes.NUMBERS, false, Instant.parse("2026-11-22T04:30:00.123Z"),
                Instant.parse("2026-11-22T10:30:00.123Z"),
                Instant.parse("2026-11-22T12:30:00.123Z"), 5003, 131064, 1, "crc32c:0a1b2c3d-4e5f6071");

        String written = MemoJson.write(manifest);

        assertThat(new ObjectMapper().readTree(written)).isEqualTo(MANIFEST.example("axes"));
        assertThat(MemoJson.manifest(written)).isEqualTo(manifest);
    }

    @Test
    void timesAreToldFromNumbers() throws IOException {
        Manifest manifest = new Manifest("stocks", "MSFT", null, "mQ3xk0v7PZ2c1Jtq8N5aBw", 2000, 0,
                new ColumnTypes(ColumnType.TIME, ColumnType.NUMBER), false, Instant.parse("2026-11-22T04:30:00.123Z"),
                Instant.parse("2026-11-22T10:30:00.123Z"), Instant.parse("2026-11-22T12:30:00.123Z"), 5003, 131064, 1,
                "crc32c:1a1b2c3d-4e5f6071");

        String written = MemoJson.write(manifest);

        assertThat(new ObjectMapper().readTree(written)).isEqualTo(MANIFEST.example("times"));
        assertThat(MemoJson.manifest(written)).isEqualTo(manifest);
    }

    @Test
    void aFailureIsWrittenAsTheExampleAndReadBack() throws IOException {
        Failure failure = new Failure(FailureCode.SOURCE_FAILED, "The query failed: column \"weight\" does not exist",
                Instant.parse("2026-11-22T10:30:04Z"), 30);

        String written = MemoJson.write(failure);

        assertThat(new ObjectMapper().readTree(written)).isEqualTo(FAILURE.example("source-failed"));
        assertThat(MemoJson.failure(written)).isEqualTo(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"version\":\"v\"}", "null", "[]", "", "{}" })
    void whatIsNoManifestIsRefused(String text) {
        assertThatThrownBy(() -> MemoJson.manifest(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "dataset", "category", "version", "rows", "omitted", "computedAt", "staleAt", "expiresAt",
            "computeMillis", "chunkValues", "chunks", "checksum" })
    void aManifestThatLacksSomethingIsRefused(String field) {
        ObjectNode absent = (ObjectNode) MANIFEST.example("one-chunk");
        absent.remove(field);
        String nothing = absent.deepCopy().putNull(field).toString();

        assertThatThrownBy(() -> MemoJson.manifest(absent.toString())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemoJson.manifest(nothing)).isInstanceOf(IllegalArgumentException.class);
    }
}
