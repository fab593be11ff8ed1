package io.figcast.chart.figure.plotly;

/**
 * What one figure draws, by Plotly's trace types. Arrays are shared, not copied: nobody writes to them, and the same array
 * in several traces travels once in the dense form.
 *
 * @see <a href="https://plotly.com/javascript/reference/">Plotly's reference</a>
 */
public sealed interface Trace {

    /** The text that is shown for what the mouse points at. */
    HoverText hover();

    /**
     * Hands the trace to whoever knows what to do with each type.
     *
     * @throws E if the visitor does
     */
    <E extends Exception> void accept(Visitor<E> visitor) throws E;

    /**
     * Something that is done differently for each type of trace; a new type does not compile until all who do such a thing
     * know it.
     *
     * @param <E> what can go wrong
     */
    interface Visitor<E extends Exception> {

        void markers(Markers markers) throws E;

        void line(Line line) throws E;

        void histogram2d(Histogram2d histogram) throws E;

        void histogram2dContour(Histogram2dContour contour) throws E;

        void heatmap(Heatmap heatmap) throws E;

        void contour(Contour contour) throws E;
    }

    /**
     * A {@code scatter} trace of markers, one per row.
     *
     * @param x the abscissae
     * @param y the ordinates, as many
     * @param hover the text shown for a marker
     */
    record Markers(double[] x, double[] y, HoverText hover) implements Trace {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.markers(this);
        }
    }

    /**
     * A {@code scatter} trace of one line through the rows.
     *
     * @param x the abscissae
     * @param y the ordinates, as many
     * @param shape how two rows are joined
     * @param hover the text shown for a row
     */
    record Line(double[] x, double[] y, LineShape shape, HoverText hover) implements Trace {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.line(this);
        }
    }

    /**
     * A {@code histogram2d} trace: the rows, which Plotly bins.
     *
     * @param x the abscissae
     * @param y the ordinates, as many
     * @param hover the text shown for a bin
     */
    record Histogram2d(double[] x, double[] y, HoverText hover) implements Trace {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.histogram2d(this);
        }
    }

    /**
     * A {@code histogram2dcontour} trace: the rows, which Plotly bins.
     *
     * @param x the abscissae
     * @param y the ordinates, as many
     * @param hover the text shown for a bin
     */
    record Histogram2dContour(double[] x, double[] y, HoverText hover) implements Trace {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.histogram2dContour(this);
        }
    }

    /**
     * A {@code heatmap} trace of bins that were counted here, drawn exactly as Plotly draws a {@code histogram2d} of the
     * rows.
     *
     * @param x the bins along x
     * @param y the bins along y
     * @param z how many rows are in each
     * @param hover the text shown for a bin
     */
    record Heatmap(BinCentres x, BinCentres y, Counts z, HoverText hover) implements Trace {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.heatmap(this);
        }
    }

    /**
     * A {@code contour} trace of bins that were counted here, drawn exactly as Plotly draws a {@code histogram2dcontour} of
     * the rows; one empty bin surrounds them on each side, so that the contours close.
     *
     * @param x the bins along x
     * @param y the bins along y
     * @param z how many rows are in each
     * @param hover the text shown for a bin
     */
    record Contour(BinCentres x, BinCentres y, Counts z, HoverText hover) implements Trace {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.contour(this);
        }
    }
}
