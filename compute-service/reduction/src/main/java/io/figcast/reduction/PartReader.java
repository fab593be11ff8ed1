package io.figcast.reduction;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;
import io.figcast.reduction.bins.MonthBins;
import io.figcast.reduction.rows.Points;

/**
 * Reads what {@link PartWriter} wrote, and nothing else: whatever the bytes are, they make no more of anything than a reduced
 * slice can have, and what they make can be drawn.
 */
final class PartReader {

    private static final int MOST_POINTS = 10_000;
    /** More than what is counted, and one on each side for contours. */
    private static final int MOST_BINS = 2_048;

    private final ByteBuffer bytes;

    PartReader(ByteBuffer part, byte form) {
        bytes = part.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        check(bytes.remaining() > 0 && bytes.get() == form, "a form that is not known here");
    }

    boolean flag() {
        return number(1) == 1;
    }

    int number(int most) {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = octet();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                check(value <= most, "a number is too great");
                return (int) value;
            }
        }
        throw new IllegalArgumentException("the reduced slice has a number that is too long");
    }

    Points points() {
        int count = number(MOST_POINTS);
        return new Points(doubles(count), doubles(count));
    }

    BinnedCounts counts() {
        Bins x = bins();
        Bins y = bins();
        long size = (long) x.count() * y.count();
        check(size <= bytes.remaining(), "fewer bins than it says");
        int[] counts = new int[(int) size];
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = number(Integer.MAX_VALUE);
            sum += counts[i];
        }
        check(sum <= Integer.MAX_VALUE, "more rows in bins than there can be");
        return new BinnedCounts(x, y, counts);
    }

    void end() {
        check(!bytes.hasRemaining(), "more than it says");
    }

    private Bins bins() {
        boolean areMonths = flag();
        int count = number(MOST_BINS);
        check(count > 0, "no bins");
        if (!areMonths) {
            double[] even = doubles(3);
            check(even[1] > 0 && even[2] > 0, "bins that do not advance");
            return new EvenBins(even[0], even[1], count, even[2]);
        }
        double[] edges = doubles(count + 1);
        double step = doubles(1)[0];
        for (int i = 1; i < edges.length; i++) {
            check(edges[i - 1] < edges[i], "bins that do not advance");
        }
        check(step > 0, "bins that do not advance");
        return new MonthBins(edges, step);
    }

    private double[] doubles(int count) {
        check(bytes.remaining() >= count * Double.BYTES, "fewer values than it says");
        double[] values = new double[count];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + count * Double.BYTES);
        for (double value : values) {
            check(Double.isFinite(value), "a value that is no number");
        }
        return values;
    }

    private byte octet() {
        try {
            return bytes.get();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the reduced slice ends too early", e);
        }
    }

    private static void check(boolean holds, String found) {
        if (!holds) {
            throw new IllegalArgumentException("the reduced slice has " + found);
        }
    }
}
