package io.figcast.chart.figure.plotly;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({ "1, 1, 0, 1", "2, 1, 0, 1", "0, 1, 3, 2", "NaN, 1, 0, 1", "0, Infinity, 0, 1", "0, 1, -Infinity, 1" })
    void bordersAreFiniteAndInOrder(double x0, double x1, double y0, double y1) {
        assertThatThrownBy(() -> new Region(x0, x1, y0, y1)).isInstanceOf(IllegalArgumentException.class);
    }
}
