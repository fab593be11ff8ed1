package io.figcast.chart.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.io.NumberOutput;

import io.figcast.chart.category.Axes;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * A slice as CSV, a block at a time: a header line, then every row in the shortest form that reads back as the
 * same, times as ISO 8601.
 */
final class CsvRows implements Iterator<Buffer> {

    private static final int ROWS_PER_BLOCK = 4_000;

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]|^[ =+@-]| $");

    private final Slice slice;
    private final String header;
    private int next = -1;

    /** @param axes null for the dataset's own, whose columns are headed x and y */
    CsvRows(Slice slice, @Nullable Axes axes) {
        this.slice = slice;
        this.header = axes == null ? "x,y\n" : field(axes.x()) + "," + field(axes.y()) + "\n";
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
            text.append(header);
            next = 0;
        }
        int end = Math.min(slice.rows(), next + ROWS_PER_BLOCK);
        for (; next < end; next++) {
            append(slice.x()[next], slice.xType(), text);
            append(slice.y()[next], slice.yType(), text.append(','));
            text.append('\n');
        }
        return Buffer.buffer(Unpooled.wrappedBuffer(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String field(String name) {
        return NEEDS_QUOTES.matcher(name).find() ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    private static void append(double value, ColumnType type, StringBuilder text) {
        switch (type) {
            // Before JDK 19 Double.toString is not always the shortest; Jackson's is.
            case NUMBER -> text.append(NumberOutput.toString(value, true));
            case TIME -> text.append(iso8601(value));
        }
    }

    /** To the microsecond, which is as exactly as a double holds the present. */
    private static Instant iso8601(double ms) {
        long micros = Math.round(ms * 1_000);
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
