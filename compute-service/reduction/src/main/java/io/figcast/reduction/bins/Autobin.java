package io.figcast.reduction.bins;

import java.util.Optional;

import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.Column;

/**
 * The bins that Plotly would choose for a column of a 2-D histogram.
 *
 * @param heat the bins of a {@code histogram2d}
 * @param contour the bins of a {@code histogram2dcontour}: one more on each side
 * @param coarse whether Plotly's own choice would be too many bins to draw, or none that it could draw, so that these are
 *        fewer
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">autoBin</a>
 */
public record Autobin(Bins heat, Bins contour, boolean coarse) {

    /** More bins than that along one axis are more than a screen has pixels for. */
    static final int MOST = 1024;
    private static final int COARSE = 200;
    private static final double MARGIN_BEFORE_FIRST_TICK = 0.0001;

    public static Autobin of(Column column, AxisType type) {
        Scale scale = Scale.of(type);
        return binsOf(column, scale, roughSize(column, scale), false).orElseGet(() -> coarse(column, scale));
    }

    /** Some fewer bins; ever fewer while they are not drawable, which ends with one that holds everything. */
    private static Autobin coarse(Column column, Scale scale) {
        double rough = Math.max(column.spread().range() / COARSE, Double.MIN_NORMAL);
        while (Double.isFinite(rough)) {
            Optional<Autobin> bins = binsOf(column, scale, rough, true);
            if (bins.isPresent()) {
                return bins.get();
            }
            rough *= 4;
        }
        throw new IllegalArgumentException("Rows with a value that is not a finite number cannot be binned");
    }

    private static Optional<Autobin> binsOf(Column column, Scale scale, double roughSize, boolean coarse) {
        BinSize size = scale.above(roughSize);
        if (!(size.width() > 0) || !(column.spread().range() / size.width() < MOST)) {
            return Optional.empty();
        }
        BinSpec spec = specOf(column, scale, size);
        Optional<Bins> heat = Bins.of(coarse ? spec : spec.written(scale), MOST);
        BinSpec widened = spec.written(scale).widened();
        Optional<Bins> contour = Bins.of(coarse ? spec.widened() : widened.written(scale), MOST);
        boolean isComplete = !coarse
                || heat.isPresent() && heat.get().contain(column.spread().least())
                        && heat.get().contain(column.spread().greatest());
        return heat.isPresent() && contour.isPresent() && isComplete
                ? Optional.of(new Autobin(heat.get(), contour.get(), coarse))
                : Optional.empty();
    }

    private static BinSpec specOf(Column column, Scale scale, BinSize size) {
        double least = scale.written(column.spread().least());
        double range = scale.written(column.spread().greatest()) - least;
        double firstTick = size.firstFrom(least - range * MARGIN_BEFORE_FIRST_TICK);
        double start = size.shifted(size.before(firstTick), column);
        return new BinSpec(start, size.endBeyond(start, column.spread().greatest()), size);
    }

    /**
     * So wide that the highest bin is somewhat taller than there are bins, but not narrower than the smallest difference
     * between values.
     */
    private static double roughSize(Column column, Scale scale) {
        double quarterPower = Math.pow(column.spread().count(), 0.25);
        double size = 2 * column.spread().deviation() / quarterPower;
        if (size > 0 && Double.isFinite(size) && column.spread().uncertainty() < 0.01) {
            double atLeast = leastSize(column, size * (1 - column.spread().uncertainty()));
            double from = Math.max(atLeast, size * (1 - column.spread().uncertainty()));
            double to = Math.max(atLeast, size * (1 + column.spread().uncertainty()));
            if (scale.above(from).width() == scale.above(to).width()) {
                return from;
            }
        }
        double exact = 2 * column.exactDeviation() / quarterPower;
        return Double.isFinite(exact) ? Math.max(leastSize(column, exact), exact) : 1;
    }

    private static double leastSize(Column column, double size) {
        return column.smallestGap(size).stream().map(NiceSize::below).findFirst().orElse(0);
    }
}
