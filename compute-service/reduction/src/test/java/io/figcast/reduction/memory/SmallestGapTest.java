package io.figcast.reduction.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.Dimension;

class SmallestGapTest {

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gapIsThatOfTheSortedValuesUnlessItIsBelowTheSize(int seed) {
        double[] values = values(new Random(seed));
        Selection rows = Selection.all(values, values);
        Column column = rows.column(Dimension.X, rows.survey(3));
        double size = 2 * column.spread().deviation() / Math.pow(values.length, 0.25);
        double gap = bySorting(values);

        OptionalDouble found = column.smallestGap(size);

        if (found.isPresent()) {
            assertThat(found).hasValue(gap);
        } else {
            assertThat(gap).isLessThan(size);
        }
    }

    /** Few distinct values, at times with something like a rounding error. */
    private static double[] values(Random random) {
        double step = Math.pow(10, random.nextInt(9) - 4);
        double error = random.nextBoolean() ? 0 : step * Math.pow(10, -4 - random.nextInt(9));
        int distinct = 2 + random.nextInt(30);
        double offset = random.nextInt(3) * 1e3;
        return random.doubles(2 + random.nextInt(500))
                .map(value -> offset + Math.floor(value * distinct) * step + error * random.nextInt(3))
                .toArray();
    }

    private static double bySorting(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double range = sorted[sorted.length - 1] - sorted[0];
        double gap = range == 0 ? 1 : range;
        double error = gap / (sorted.length - 1) / 10000;
        double last = sorted[0];
        for (double value : sorted) {
            if (value - last > error) {
                gap = Math.min(gap, value - last);
                last = value;
            }
        }
        return gap;
    }
}
