package io.figcast.reduction.bins.shift;

import io.figcast.reduction.date.Days;
import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.ExactDates;

/**
 * Moves bins of months so that values which are exact years, months or days come to lie near their middle.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">autoShiftMonthBins</a>
 */
public record MonthShift(Column column, int months) {

    private static final double MOST = 0.8;

    public double apply(double start) {
        double rows = column.spread().count();
        ExactDates exact = column.exactDates();
        if (!(exact.days() / rows > MOST)) {
            return start;
        }
        double shifted = shifted(start, exact.years() / rows > MOST, exact.months() / rows > MOST);
        double next = Days.plusMonths(shifted, months);
        return next <= column.spread().least() ? next : shifted;
    }

    private double shifted(double start, boolean areYears, boolean areMonths) {
        if (areYears && months % 12 == 0) {
            return Days.plusMonths(start, -6) + Days.DAY * 1.5;
        }
        if (areMonths) {
            return Days.plusMonths(start, -1) + Days.DAY * 15.5;
        }
        return start - Days.DAY / 2;
    }
}
