package io.figcast.reduction;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;
import io.figcast.reduction.bins.MonthBins;
import io.figcast.reduction.rows.Points;

/** Writes a part of a reduced slice: doubles as little-endian float64, numbers in groups of seven bits, the least first. */
final class PartWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PartWriter(byte form) {
        bytes.write(form);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void flag(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    /** @param value not negative */
    void number(int value) {
        int rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            bytes.write(rest | 0x80);
        }
        bytes.write(rest);
    }

    void points(Points points) {
        number(points.count());
        doubles(points.x());
        doubles(points.y());
    }

    void counts(BinnedCounts counts) {
        bins(counts.x());
        bins(counts.y());
        for (int count : counts.counts()) {
            number(count);
        }
    }

    private void bins(Bins bins) {
        flag(bins instanceof MonthBins);
        number(bins.count());
        if (bins instanceof EvenBins even) {
            doubles(even.start(), even.size(), even.step());
        } else if (bins instanceof MonthBins months) {
            doubles(months.edges());
            doubles(months.step());
        }
    }

    private void doubles(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        bytes.writeBytes(buffer.array());
    }
}
