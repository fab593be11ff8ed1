package io.figcast.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.reduction.rows.Points;

class ReductionTest {

    private static final int COUNT = 250_000;
    private static final int MOST = 3_500;
    private static final AxisTypes NUMBERS = AxisTypes.NUMBERS;

    private final double[] x = normal(1);
    private final double[] y = normal(2);

    @Test
    void everyRowIsInABin() {
        Histogram histogram = Reduction.of(Selection.all(x, y), NUMBERS, MOST).histogram();

        assertThat(histogram.rows()).isEqualTo(COUNT);
        assertThat(Arrays.stream(histogram.contour().counts()).sum()).isEqualTo(COUNT);
        assertThat(histogram.coarse()).isFalse();
    }

    @Test
    void loneOutliersAreAmongTheMarkers() {
        x[77_000] = 90;
        y[77_000] = -60;
        x[200_001] = -45;

        Points markers = Reduction.of(Selection.all(x, y), NUMBERS, MOST).markers();

        assertThat(markers.count()).isBetween(MOST / 2, MOST);
        assertThat(markers.x()).contains(90, -45);
        assertThat(markers.y()).contains(-60);
    }

    @Test
    void crowdedPlacesStayCrowdedAmongTheMarkers() {
        Points markers = Reduction.of(Selection.all(x, y), NUMBERS, MOST).markers();

        double inside = shareWithinOne(markers.x(), markers.y());

        assertThat(inside).isBetween(shareWithinOne(x, y) * 0.5, shareWithinOne(x, y));
    }

    @Test
    void theSameRowsHaveTheSameMarkers() {
        Points one = Reduction.of(Selection.all(x, y), NUMBERS, MOST).markers();
        Points other = Reduction.of(Selection.all(x.clone(), y.clone()), NUMBERS, MOST).markers();

        assertThat(other.x()).isEqualTo(one.x());
    }

    @Test
    void lineKeepsEveryExtremeAndItsOrder() {
        x[123_456] = 1e6;
        y[9] = -1e6;

        Points line = Reduction.of(Selection.all(x, y), NUMBERS, MOST).line();

        assertThat(line.count()).isLessThanOrEqualTo(MOST);
        assertThat(line.x()[0]).isEqualTo(x[0]);
        assertThat(line.y()[line.count() - 1]).isEqualTo(y[COUNT - 1]);
        assertThat(line.x()).contains(1e6, DoubleStream.of(x).min().orElseThrow());
        assertThat(line.y()).contains(-1e6, DoubleStream.of(y).max().orElseThrow());
        assertThat(Arrays.stream(x).boxed().toList()).containsSubsequence(Arrays.stream(line.x()).boxed().toList());
    }

    @Test
    void outliersThatStretchTheBinsMakeThemCoarse() {
        double[] heavy = DoubleStream.of(x).map(value -> Math.pow(Math.abs(value), -1.5)).toArray();

        Histogram histogram = Reduction.of(Selection.all(heavy, heavy), NUMBERS, MOST).histogram();

        assertThat(histogram.coarse()).isTrue();
        assertThat(histogram.rows()).isEqualTo(COUNT);
        assertThat(histogram.heat().textLength()).isLessThanOrEqualTo(310_000);
    }

    private static double[] normal(long seed) {
        Random random = new Random(seed);
        return DoubleStream.generate(random::nextGaussian).limit(COUNT).toArray();
    }

    private static double shareWithinOne(double[] x, double[] y) {
        int inside = 0;
        for (int i = 0; i < x.length; i++) {
            inside += x[i] * x[i] + y[i] * y[i] < 1 ? 1 : 0;
        }
        return (double) inside / x.length;
    }
}
