package io.figcast.chart.http.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.http.problem.ProblemException;
import io.figcast.reduction.rows.AxisType;

class RegionParametersTest {

    @Test
    void noneIsNoRegion() {
        assertThat(RegionParameters.read(name -> List.of())).isEmpty();
    }

    @Test
    void fourNumbersAreARegion() {
        Map<String, String> borders = Map.of("x0", "-1e-3", "x1", "+2.", "y0", ".5", "y1", "1E1");

        assertThat(RegionParameters.read(name -> List.of(borders.get(name)))).contains(new Region(-1e-3, 2, 0.5, 10));
    }

    @ParameterizedTest
    @CsvSource({ "2001-05-01, 988675200000", "2001-05-01T13:45, 988724700000", "2001-05-01 13:45:00.123, 988724700123",
            "2001-05-01T00:00:00.000900Z, 988675200000.9",
            "2001-05-01T15:45:00+02:00, 988724700000", "2001-05-01T13:45:00Z, 988724700000", "-0044-03-15, -63549360000000",
            "-000044-03-15, -63549360000000", "+010000-01-01, 253402300800000" })
    void bordersMayBeDates(String x1, double milliseconds) {
        Map<String, String> borders = Map.of("x0", "-9999-01-01", "x1", x1, "y0", "0", "y1", "1");

        assertThat(RegionParameters.read(name -> List.of(borders.get(name)))).hasValueSatisfying(
                region -> {
                    assertThat(region.x1()).isEqualTo(milliseconds);
                    assertThat(region.xType()).isEqualTo(AxisType.DATE);
                    assertThat(region.yType()).isEqualTo(AxisType.LINEAR);
                });
    }

    @ParameterizedTest
    @CsvSource({ "2001-05-01, 1e12", "0, 2001-05-01" })
    void bordersOfOneAxisAreOfOneKind(String y0, String y1) {
        Map<String, String> borders = Map.of("x0", "0", "x1", "1", "y0", y0, "y1", y1);

        assertThatThrownBy(() -> RegionParameters.read(name -> List.of(borders.get(name))))
                .isInstanceOf(ProblemException.class).hasMessageContaining("y0 and y1 must be two numbers or two dates");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2001-02-30", "2001-13-01", "2001-05-01T25:00", "2001-05-01T", "2001-5-1", "2001-05-01x" })
    void noDateIsNamed(String x1) {
        Map<String, String> borders = Map.of("x0", "0", "x1", x1, "y0", "0", "y1", "1");

        assertThatThrownBy(() -> RegionParameters.read(name -> List.of(borders.get(name))))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "NaN", "Infinity", "1e999", "0x1p3", "1d", " 1", "1;DROP", "5" })
    void anythingElseIsRefused(String x1) {
        Map<String, String> borders = Map.of("x0", "5", "x1", x1, "y0", "0", "y1", "1");

        assertThatThrownBy(() -> RegionParameters.read(name -> List.of(borders.get(name))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void partOfARegionIsRefused() {
        assertThatThrownBy(() -> RegionParameters.read(name -> name.equals("x0") ? List.of("1") : List.of()))
                .isInstanceOf(ProblemException.class);
    }
}
