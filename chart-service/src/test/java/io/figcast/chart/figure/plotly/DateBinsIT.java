package io.figcast.chart.figure.plotly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;
import io.figcast.reduction.BinnedCounts;
import io.figcast.reduction.Histogram;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.date.DateText;
import io.figcast.reduction.memory.Selection;

/**
 * The bins of dates made here against those that plotly itself makes of the same dates, in either direction, beside numbers
 * and beside other dates.
 */
class DateBinsIT {

    @RegisterExtension
    static final Plotly PLOTLY = new Plotly();

    private static final int SEEDS = Integer.getInteger("figcast.date-bins.seeds", 300);

    static List<Named<Slice>> calendarEdges() {
        return Calendars.edges();
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS * 11 / 10).filter(seed -> !histogram(Calendars.random(seed)).coarse()).limit(SEEDS);
    }

    @ParameterizedTest
    @MethodSource("calendarEdges")
    void binsAtTheEdgesOfTheCalendarAreThoseThatPlotlyMakes(Slice slice) {
        assertSame(slice);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void binsOfAnyDatesAreThoseThatPlotlyMakes(int seed) {
        assertSame(Calendars.random(seed));
    }

    private static void assertSame(Slice slice) {
        Axes axes = axes(slice);
        Histogram histogram = histogram(slice);

        assertThat(histogram.coarse()).as("left to plotly").isFalse();
        assertSame(histogram.heat(), axes, PLOTLY.ask("bins", rows("histogram2d", slice)), -0.5);
        assertSame(histogram.contour(), axes, PLOTLY.ask("bins", rows("histogram2dcontour", slice)), 0);
    }

    private static void assertSame(BinnedCounts ours, Axes axes, Map<String, Object> theirs, double first) {
        String bins = "of " + theirs.get("xbins") + " and " + theirs.get("ybins");
        assertThat(BinsIT.drawn(ours.x(), axes.x().type(), first)).as(bins).isEqualTo(theirs.get("xs"));
        assertThat(BinsIT.drawn(ours.y(), axes.y().type(), first)).as(bins).isEqualTo(theirs.get("ys"));
        assertThat(ours.counts()).as(bins).isEqualTo(BinsIT.integers((String) theirs.get("counts")));
    }

    private static Histogram histogram(Slice slice) {
        return Reduction.of(Selection.all(slice.x(), slice.y()), axes(slice).types(), 1000).histogram();
    }

    private static Axes axes(Slice slice) {
        return new Axes(axis("x", slice.xType()), axis("y", slice.yType()));
    }

    private static Axis axis(String title, ColumnType type) {
        return type == ColumnType.TIME ? Axis.ofDates(title, DatePrecision.MILLISECONDS) : Axis.ofNumbers(title);
    }

    static Map<String, Object> rows(String type, Slice slice) {
        Map<String, Object> rows = new HashMap<>(Map.of("type", type));
        putColumn("x", slice.x(), slice.xType(), rows);
        putColumn("y", slice.y(), slice.yType(), rows);
        return rows;
    }

    private static void putColumn(String name, double[] values, ColumnType type, Map<String, Object> rows) {
        switch (type) {
            case NUMBER -> rows.put(name, BinsIT.base64(values));
            case TIME -> rows.put(name + "dates",
                    Arrays.stream(values).mapToObj(DateText::of).collect(Collectors.joining("\n")));
        }
    }
}
