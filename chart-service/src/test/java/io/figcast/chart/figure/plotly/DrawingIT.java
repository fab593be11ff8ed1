package io.figcast.chart.figure.plotly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.figcast.chart.figure.FigureLimits;
import io.figcast.chart.figure.Figures;
import io.figcast.chart.slice.Slice;

/**
 * Whatever a slice holds, plotly finds its figures valid and draws them without a word on the console.
 */
class DrawingIT {

    @RegisterExtension
    static final Plotly PLOTLY = new Plotly();

    private static final AxisTitles TITLES = new AxisTitles("<b>x</b> %{y}", "y & \"z\"");

    static List<Named<Slice>> slices() {
        return Stream.of(Distributions.hostile(), Distributions.special(), Calendars.edges(), Calendars.hostile())
                .flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void figuresAreValidAndDrawnWithoutComplaint(Slice slice) {
        for (Figure figure : new Figures(FigureLimits.DEFAULTS).of(slice, TITLES)) {
            assertThat(PLOTLY.call("faults", FigureText.of(figure))).as(figure.kind().wireName()).isEqualTo(List.of());
            assertThat(PLOTLY.complaints()).as(figure.kind().wireName()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("slices")
    void figuresOfRegionsAreValidAndDrawnWithoutComplaint(Slice slice) {
        for (Figure figure : new Figures(FigureLimits.DEFAULTS).of(slice, new Region(-0.5, 1.5, -1, 2), TITLES)) {
            assertThat(PLOTLY.call("faults", FigureText.of(figure))).as(figure.kind().wireName()).isEqualTo(List.of());
            assertThat(PLOTLY.complaints()).as(figure.kind().wireName()).isEmpty();
        }
    }
}
