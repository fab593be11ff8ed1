package io.figcast.reduction.bins;

/**
 * The round sizes among which Plotly chooses: 1, 2 or 5 times a power of ten.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">autoBin, autoTicks</a>
 */
final class NiceSize {

    private static final double[] UP = { 2, 5, 10 };
    private static final double[] DOWN = { 0.9, 1.9, 4.9, 9.9 };

    private NiceSize() {
    }

    /** The round size above a rough one: the size of bins. */
    static double above(double rough) {
        double base = EcmaNumber.powerOfTen(EcmaNumber.floorOfLog10(rough));
        double ratio = rough / base;
        double size = base * (ratio < UP[0] ? UP[0] : ratio < UP[1] ? UP[1] : UP[2]);
        return size == 0 ? 1 : size;
    }

    /** A little less than the round size below a difference of values: bins are not made smaller than that. */
    static double below(double difference) {
        double base = EcmaNumber.powerOfTen(EcmaNumber.floorOfLog10(difference));
        double ratio = difference / base;
        double nice = DOWN[0];
        for (double candidate : DOWN) {
            nice = candidate <= ratio ? candidate : nice;
        }
        return base * nice;
    }
}
