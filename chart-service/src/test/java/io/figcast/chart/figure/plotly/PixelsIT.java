package io.figcast.chart.figure.plotly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.figcast.chart.figure.FigureLimits;
import io.figcast.chart.figure.Figures;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;

/**
 * The pictures of bins made here against those that plotly draws of all the rows, in the same browser, pixel by pixel.
 */
class PixelsIT {

    @RegisterExtension
    static final Plotly PLOTLY = new Plotly();

    /** So few that every slice with more rows is reduced. */
    private static final FigureLimits FEW = new FigureLimits(100);
    private static final AxisTitles TITLES = new AxisTitles("x", "y");

    static List<Named<Slice>> slices() {
        return Stream.concat(Distributions.drawn().stream(), Calendars.many().stream())
                .filter(slice -> slice.getPayload().rows() > 100).toList();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void binsLookAsIfPlotlyHadMadeThemOfAllRows(Slice slice) {
        List<Figure> figures = new Figures(FEW).of(slice, TITLES);

        assertSame(figures.get(2), FigureKind.HISTOGRAM2D, slice);
        assertSame(figures.get(3), FigureKind.HISTOGRAM2DCONTOUR, slice);
    }

    private void assertSame(Figure reduced, FigureKind kind, Slice slice) {
        Map<String, Object> whole = new LinkedHashMap<>();
        Map<String, Object> trace = DateBinsIT.rows(kind.wireName(), slice);
        whole.put("data", List.of(trace));
        whole.put("layout", Map.of("margin", Map.of("l", 20, "r", 10, "b", 20, "t", 10), "xaxis", axis(slice.xType()), "yaxis",
                axis(slice.yType())));

        Map<String, Object> difference = PLOTLY.ask("difference", Map.of("one", whole, "other", FigureText.of(reduced)));

        assertThat(difference.get("different")).as(kind.wireName() + " " + difference).isEqualTo(0);
        assertThat((int) difference.get("colours")).isGreaterThan(2);
    }

    private static Map<String, Object> axis(ColumnType type) {
        return type == ColumnType.TIME ? Map.of("type", "date") : Map.of();
    }
}
