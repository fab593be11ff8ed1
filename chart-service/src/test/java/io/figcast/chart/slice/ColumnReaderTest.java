package io.figcast.chart.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;

class ColumnReaderTest {

    private static final int PER_CHUNK = 4;
    private final double[] column = DoubleStream.iterate(0.1, v -> v * -1.7).limit(10).toArray();

    @Test
    void chunksAreJoinedInOrderWithTheirChecksum() {
        double[] read = new double[column.length];
        AtomicInteger asked = new AtomicInteger();

        String checksum = new ColumnReader(manifest(10, 3), n -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Optional.of(chunk(n)));
        }, 2).readInto(read);

        CRC32C crc = new CRC32C();
        crc.update(bytes(column));
        assertThat(read).containsExactly(column);
        assertThat(checksum).isEqualTo(HexFormat.of().toHexDigits((int) crc.getValue()));
        assertThat(asked).hasValue(3);
    }

    @Test
    void missingOrShortChunkMakesTheSliceBroken() {
        double[] read = new double[column.length];

        assertThatThrownBy(() -> new ColumnReader(manifest(10, 3),
                n -> CompletableFuture.completedFuture(n == 1 ? Optional.empty() : Optional.of(chunk(n))), 8).readInto(read))
                .isInstanceOf(SliceBrokenException.class);
        assertThatThrownBy(() -> new ColumnReader(manifest(10, 3),
                n -> CompletableFuture.completedFuture(Optional.of(chunk(2))), 8).readInto(read))
                .isInstanceOf(SliceBrokenException.class);
    }

    @Test
    void lyingManifestIsRefusedBeforeAnythingIsAllocated() {
        assertThatThrownBy(() -> manifest(Integer.MAX_VALUE, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manifest(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manifest(10, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Manifest manifest(int rows, int chunks) {
        Instant now = Instant.EPOCH;
        return new Manifest(new CategoryRef("fruit", "figs"), "v", rows, 0, now, now, now, 0, PER_CHUNK, chunks,
                "crc32c:00000000-00000000", ColumnType.NUMBER, ColumnType.NUMBER);
    }

    private ByteBuffer chunk(int n) {
        return ByteBuffer.wrap(bytes(Arrays.copyOfRange(column, n * PER_CHUNK, Math.min(column.length, (n + 1) * PER_CHUNK))));
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }
}
