package io.figcast.chart.figure.plotly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.figcast.chart.slice.Slice;
import io.figcast.reduction.BinnedCounts;
import io.figcast.reduction.Histogram;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.date.DateText;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;

/**
 * The bins made here against those that plotly itself makes of the same rows: where each lies, to the last bit, and how many
 * rows it holds.
 */
class BinsIT {

    @RegisterExtension
    static final Plotly PLOTLY = new Plotly();

    static List<Named<Slice>> slices() {
        return Distributions.all();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void binsAreThoseThatPlotlyMakes(Slice slice) {
        Histogram histogram = Reduction.of(Selection.all(slice.x(), slice.y()), AxisTypes.NUMBERS, 1000)
                .histogram();

        Map<String, Object> heat = PLOTLY.ask("bins", rows("histogram2d", slice));
        Map<String, Object> contour = PLOTLY.ask("bins", rows("histogram2dcontour", slice));

        assertThat(histogram.coarse()).as("left to plotly").isFalse();
        assertSame(histogram.heat(), heat, -0.5);
        assertSame(histogram.contour(), contour, 0);
    }

    private static void assertSame(BinnedCounts ours, Map<String, Object> theirs, double first) {
        assertThat(List.of(ours.y().count(), ours.x().count()))
                .isEqualTo(List.of(theirs.get("rows"), theirs.get("columns")));
        assertThat(drawn(ours.x(), AxisType.LINEAR, first)).isEqualTo(theirs.get("xs"));
        assertThat(drawn(ours.y(), AxisType.LINEAR, first)).isEqualTo(theirs.get("ys"));
        assertThat(ours.counts()).isEqualTo(integers((String) theirs.get("counts")));
    }

    /** Where plotly puts what it draws: the edges of a heatmap's boxes, the centres between which contours run. */
    static List<Object> drawn(Bins bins, AxisType type, double first) {
        double centre = type == AxisType.DATE ? DateText.written(bins.firstCentre()) : bins.firstCentre();
        List<Object> places = new java.util.ArrayList<>();
        for (double i = first; i < bins.count(); i++) {
            places.add(asPlaywrightDoes(centre + bins.step() * i));
        }
        return places;
    }

    /** Playwright hands whole numbers over as integers. */
    private static Object asPlaywrightDoes(double value) {
        return value == (int) value && !(value == 0 && 1 / value < 0) ? (Object) (int) value : value;
    }

    static int[] integers(String base64) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        int[] integers = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(integers);
        return integers;
    }

    private static Map<String, Object> rows(String type, Slice slice) {
        return Map.of("type", type, "x", base64(slice.x()), "y", base64(slice.y()));
    }

    static String base64(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
