package io.figcast.chart.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestDecoderTest {

    @Test
    void columnsAreNumbersUnlessTheManifestSaysOtherwise() {
        Manifest manifest = ManifestDecoder.decode(manifest(""));

        assertThat(manifest.xType()).isEqualTo(ColumnType.NUMBER);
        assertThat(manifest.yType()).isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void eitherColumnMayBeTimes() {
        Manifest manifest = ManifestDecoder.decode(manifest(",\"xType\":\"time\",\"yType\":\"number\""));

        assertThat(manifest.xType()).isEqualTo(ColumnType.TIME);
        assertThat(manifest.yType()).isEqualTo(ColumnType.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"text\"", "null", "1", "\"Time\"" })
    void columnsOfUnknownTypesAreNotDrawnAsNumbers(String type) {
        assertThatThrownBy(() -> ManifestDecoder.decode(manifest(",\"xType\":" + type)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] manifest(String types) {
        return ("{\"dataset\":\"stocks\",\"category\":\"AAPL\",\"version\":\"v\",\"rows\":0,\"omitted\":0,"
                + "\"computedAt\":\"2026-11-22T04:30:00.123Z\",\"staleAt\":\"2026-11-22T10:30:00.123Z\","
                + "\"expiresAt\":\"2026-11-22T12:30:00.123Z\",\"computeMillis\":1,\"chunkValues\":1,\"chunks\":0,"
                + "\"checksum\":\"crc32c:00000000-00000000\"" + types + "}").getBytes(StandardCharsets.UTF_8);
    }
}
