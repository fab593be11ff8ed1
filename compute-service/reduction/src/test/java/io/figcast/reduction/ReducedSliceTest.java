package io.figcast.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;

class ReducedSliceTest {

    private static final double DAY = 86_400_000;

    @ParameterizedTest
    @EnumSource(AxisType.class)
    void whatWasWrittenIsReadBack(AxisType x) {
        ReducedSlice slice = slice(x);

        ReducedSlice read = read(slice.points(), slice.bins());

        assertThat(read.points()).isEqualTo(slice.points());
        assertThat(read.bins()).isEqualTo(slice.bins());
        assertThat(read.reduction().rows()).isEqualTo(20_000);
        assertThat(read.reduction().histogram().rows()).isEqualTo(20_000);
        assertThat(read.xPrecision()).isEqualTo(DatePrecision.DAYS);
        assertThat(slice.points().length + slice.bins().length).isLessThan(1 << 20);
    }

    @Test
    void partsThatEndTooEarlyOrTooLateAreRefused() {
        ReducedSlice slice = slice(AxisType.DATE);
        for (int length = 0; length < slice.bins().length; length += length < 300 ? 1 : 97) {
            byte[] cut = Arrays.copyOf(slice.bins(), length);
            assertThatIllegalArgumentException().isThrownBy(() -> read(slice.points(), cut));
        }
        for (int length = 0; length < slice.points().length; length += length < 300 ? 1 : 997) {
            byte[] cut = Arrays.copyOf(slice.points(), length);
            assertThatIllegalArgumentException().isThrownBy(() -> read(cut, slice.bins()));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(slice.points(), Arrays.copyOf(slice.bins(), slice.bins().length + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> read(slice.bins(), slice.points()));
    }

    @Test
    void whateverTheBytesAreTheyMakeNothingLargeAndNothingThatCannotBeDrawn() {
        ReducedSlice slice = slice(AxisType.DATE);
        Random random = new Random(1);
        int read = 0;
        for (int times = 0; times < 20_000; times++) {
            byte[] points = random.nextBoolean() ? slice.points() : altered(slice.points(), random);
            byte[] bins = altered(slice.bins(), random);
            try {
                Reduction reduction = read(points, bins).reduction();
                read++;
                assertThat(reduction.rows()).isNotNegative();
                assertThat(reduction.histogram().rows()).isNotNegative();
                assertThat(reduction.histogram().heat().counts()).hasSizeLessThan(bins.length);
                assertThat(reduction.histogram().contour().x().step()).isPositive();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("the reduced slice");
            }
        }
        assertThat(read).isPositive();
    }

    private static byte[] altered(byte[] part, Random random) {
        byte[] altered = part.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            altered[random.nextInt(random.nextBoolean() ? 200 : altered.length)] = (byte) random.nextInt();
        }
        return altered;
    }

    private static ReducedSlice read(byte[] points, byte[] bins) {
        return ReducedSlice.of(ByteBuffer.wrap(points), ByteBuffer.wrap(bins));
    }

    private static ReducedSlice slice(AxisType x) {
        Random random = new Random(2);
        double[] times = random.doubles(20_000).map(value -> Math.floor(value * 4_000) * DAY).toArray();
        double[] values = random.doubles(20_000).map(value -> value * value).toArray();
        return new ReducedSlice(
                Reduction.of(Selection.all(times, values), new AxisTypes(x, AxisType.LINEAR), ReducedSlice.MOST_POINTS),
                DatePrecision.DAYS, DatePrecision.MILLISECONDS);
    }
}
