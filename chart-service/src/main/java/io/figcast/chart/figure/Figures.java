package io.figcast.chart.figure;

import java.util.List;
import java.util.Objects;

import io.figcast.chart.slice.Slice;

/**
 * Builds the four figures of a slice, in the order of {@link FigureKind}.
 */
public final class Figures {

    public Figures(FigureLimits limits) {
        Objects.requireNonNull(limits);
    }

    /** The four figures of the whole slice. */
    public List<Figure> of(Slice slice, AxisTitles titles) {
        return WholeFigures.of(slice, titles, Layout.of(Shown.all(slice.rows())));
    }

    /** The same four figures for the rows that lie in the region. */
    public List<Figure> of(Slice slice, Region region, AxisTitles titles) {
        Slice rows = region.of(slice);
        return WholeFigures.of(rows, titles, Layout.of(Shown.all(rows.rows()), region));
    }
}
