package io.figcast.chart.slice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;

/**
 * Puts the chunks of one column in their place. It asks for a bounded number of them ahead and takes them in order, so that
 * neither side holds much and the checksum can be carried along. Runs on a worker, which it blocks.
 */
final class ColumnReader {

    private final Manifest manifest;
    private final IntFunction<CompletableFuture<Optional<ByteBuffer>>> chunks;
    private final int ahead;

    ColumnReader(Manifest manifest, IntFunction<CompletableFuture<Optional<ByteBuffer>>> chunks, int ahead) {
        this.manifest = manifest;
        this.chunks = chunks;
        this.ahead = ahead;
    }

    /**
     * @return the column's checksum, eight hex digits
     * @throws SliceBrokenException if a chunk is missing or has another size
     */
    String readInto(double[] column) {
        CRC32C checksum = new CRC32C();
        Deque<CompletableFuture<Optional<ByteBuffer>>> asked = new ArrayDeque<>();
        int next = 0;
        for (int n = 0; n < manifest.chunks(); n++) {
            while (next < manifest.chunks() && asked.size() < ahead) {
                asked.add(chunks.apply(next++));
            }
            ByteBuffer chunk = arrived(asked.remove());
            int from = n * manifest.chunkValues();
            int values = Math.min(manifest.chunkValues(), column.length - from);
            if (chunk.remaining() != values * Double.BYTES) {
                throw new SliceBrokenException("a chunk differs in size from what the manifest says");
            }
            checksum.update(chunk.duplicate());
            chunk.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(column, from, values);
        }
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    static ByteBuffer arrived(CompletableFuture<Optional<ByteBuffer>> chunk) {
        try {
            return chunk.join().orElseThrow(() -> new SliceBrokenException("a chunk is missing"));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
