package io.figcast.reduction.bins;

import io.figcast.reduction.date.Days;
import io.figcast.reduction.rows.AxisType;

/**
 * The round spans of time among which Plotly chooses: from milliseconds to centuries.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">autoTicks</a>
 */
final class DateSizes {

    private static final double SECOND = 1_000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;
    private static final double AVERAGE_YEAR = 12 * MonthSize.AVERAGE_MONTH;
    /** 2000-01-01. */
    private static final double MIDNIGHT = 946_684_800_000.0;
    private static final double SUNDAY = MIDNIGHT + Days.DAY;

    private static final double[] MONTHS_OR_HOURS = { 1, 2, 3, 6, 12 };
    private static final double[] DAYS = { 1, 2, 3, 7, 14 };
    private static final double[] SIXTIETHS = { 1, 2, 5, 10, 15, 30 };

    private DateSizes() {
    }

    static BinSize above(double rough) {
        double twice = 2 * rough;
        if (twice > AVERAGE_YEAR) {
            return new MonthSize((int) (12 * NiceSize.above(rough / AVERAGE_YEAR)));
        }
        if (twice > MonthSize.AVERAGE_MONTH) {
            return new MonthSize((int) above(rough / MonthSize.AVERAGE_MONTH, MONTHS_OR_HOURS));
        }
        if (twice > Days.DAY) {
            return new EvenSize(Days.DAY * above(rough / Days.DAY, DAYS), SUNDAY, AxisType.DATE);
        }
        return new EvenSize(withinDay(rough, twice), MIDNIGHT, AxisType.DATE);
    }

    private static double withinDay(double rough, double twice) {
        if (twice > HOUR) {
            return HOUR * above(rough / HOUR, MONTHS_OR_HOURS);
        }
        if (twice > MINUTE) {
            return MINUTE * above(rough / MINUTE, SIXTIETHS);
        }
        return twice > SECOND ? SECOND * above(rough / SECOND, SIXTIETHS) : NiceSize.above(rough);
    }

    /** The least of some that is greater, or the greatest of them. */
    private static double above(double rough, double[] round) {
        for (double candidate : round) {
            if (candidate > rough) {
                return candidate;
            }
        }
        return round[round.length - 1];
    }
}
