package io.figcast.chart.http;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.io.NumberOutput;

import io.figcast.chart.slice.Slice;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/** A slice as CSV, a block at a time: a header line, then every row in the shortest form that reads back as the same. */
final class CsvRows implements Iterator<Buffer> {

    private static final int ROWS_PER_BLOCK = 1_000;

    private final Slice slice;
    private int next = -1;

    CsvRows(Slice slice) {
        this.slice = slice;
    }

    @Override
    public boolean hasNext() {
        return next < slice.rows();
    }

    @Override
    public Buffer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StringBuilder text = new StringBuilder(ROWS_PER_BLOCK * 40);
        if (next < 0) {
            text.append("x,y\n");
            next = 0;
        }
        int end = Math.min(slice.rows(), next + ROWS_PER_BLOCK);
        for (; next < end; next++) {
            // Before JDK 19 Double.toString is not always the shortest; Jackson's is.
            text.append(NumberOutput.toString(slice.x()[next], true)).append(',')
                    .append(NumberOutput.toString(slice.y()[next], true)).append('\n');
        }
        return Buffer.buffer(Unpooled.wrappedBuffer(text.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
