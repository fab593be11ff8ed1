package io.figcast.reduction.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.reduction.rows.Points;

class OrderByXTest {

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 10, 1_000, 30_001 })
    void rowsWithTheSameXKeepTheirOrder(int count) {
        Random random = new Random(count);
        double[] x = random.doubles(count).map(value -> Math.floor(value * count / 3)).toArray();
        double[] y = IntStream.range(0, count).mapToDouble(i -> i).toArray();

        Points ordered = OrderByX.of(Selection.all(x, y)).toPoints();

        int[] expected = IntStream.range(0, count).boxed().sorted(Comparator.comparing(i -> x[i])).mapToInt(i -> i).toArray();
        assertThat(ordered.y()).isEqualTo(IntStream.of(expected).mapToDouble(i -> i).toArray());
        assertThat(ordered.x()).isSorted();
        assertThat(OrderByX.isOrdered(Selection.all(ordered.x(), ordered.y()))).isTrue();
    }
}
