package io.figcast.reduction.bins;

/**
 * One step along an axis as Plotly takes it: in multiples of the step where that is exact, and with the rounding error of
 * the result taken off where its text betrays one. Edges made by repeated steps are what Plotly's bins have; edges that are
 * computed otherwise differ in the last bits.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/increment.js">increment.js</a>
 */
final class Increment {

    private static final int TEXT_WITHOUT_ROUNDING_ERROR = 16;

    private final double delta;
    private final double scale;
    private final int lengthOfDelta;

    Increment(double delta) {
        this.delta = delta;
        scale = 1 / Math.abs(delta);
        lengthOfDelta = EcmaNumber.lengthOfText(delta);
    }

    static double once(double value, double delta) {
        return new Increment(delta).after(value);
    }

    double after(double value) {
        double next = scale > 1 ? (scale * value + scale * delta) / scale : value + delta;
        if (!Double.isFinite(next)) {
            return next;
        }
        int length = EcmaNumber.lengthOfText(next);
        boolean isLikelyRoundingError = length > TEXT_WITHOUT_ROUNDING_ERROR
                && length >= EcmaNumber.lengthOfText(value) + lengthOfDelta;
        return isLikelyRoundingError ? EcmaNumber.toTwelveDigitsUnlessHuge(next) : next;
    }
}
