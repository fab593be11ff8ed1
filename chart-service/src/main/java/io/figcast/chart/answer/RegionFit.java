package io.figcast.chart.answer;

import java.util.Optional;

import io.figcast.chart.figure.plotly.AxisType;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Manifest;

/** Whether the borders of a region are what the columns of a slice are: numbers or times. */
final class RegionFit {

    private RegionFit() {
    }

    /** What is wrong, if anything is. */
    static Optional<Outcome> refusal(Region region, Manifest manifest) {
        return fault("x", region.xType(), manifest.xType()).or(() -> fault("y", region.yType(), manifest.yType()))
                .map(fault -> new Outcome.Refused("MALFORMED", fault));
    }

    private static Optional<String> fault(String axis, AxisType given, ColumnType column) {
        String borders = axis + "0 and " + axis + "1 must be ";
        return switch (column) {
            case NUMBER -> given == AxisType.LINEAR ? Optional.empty()
                    : Optional.of(borders + "numbers, because " + axis + " is a column of numbers");
            case TIME -> given == AxisType.DATE ? Optional.empty()
                    : Optional.of(borders + "dates like 2001-05-01 or 2001-05-01T13:45:00Z, because " + axis
                            + " is a column of times");
        };
    }
}
