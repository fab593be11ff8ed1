package io.figcast.chart.figure.json;

import java.nio.ByteBuffer;
import java.util.List;

import io.figcast.chart.figure.Figures;

/**
 * Figures in the dense form, in the parts of which an answer is put together.
 *
 * @param figures the array {@code "figures"}, in which {@code {"column":i}} stands for an array of numbers, and
 *        {@code {"column":i,"type":"date"}} for dates, in milliseconds since 1970 UTC; UTF-8
 * @param columns the array {@code "columns"}, which describes them: {@code dtype} ({@code f8} or {@code i4}, little-endian),
 *        {@code offset} in bytes from where the first one begins, {@code length} in values and, for a grid, {@code shape}
 *        {@code "rows,columns"}; UTF-8
 * @param buffers the columns' bytes in that order, each padded to a multiple of eight: they follow each other as they are
 */
public record DenseFigures(byte[] figures, byte[] columns, List<ByteBuffer> buffers) {

    public DenseFigures {
        buffers = List.copyOf(buffers);
    }
}
