package io.figcast.chart.figure.bins.shift;

import java.time.LocalDate;

import io.figcast.chart.figure.date.Days;
import io.figcast.chart.figure.rows.Spread;

/**
 * Moves bins of months so that values which are exact years, months or days come to lie near their middle.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/plots/cartesian/axes.js">autoShiftMonthBins</a>
 */
public record MonthShift(Spread spread, int months) {

    private static final double MOST = 0.8;
    private static final long DAY = 86_400_000;

    public double apply(double start) {
        int rows = spread.rows().count();
        int[] exact = countExact();
        if (!((double) exact[2] / rows > MOST)) {
            return start;
        }
        double shifted = shifted(start, (double) exact[0] / rows > MOST, (double) exact[1] / rows > MOST);
        double next = Days.plusMonths(shifted, months);
        return next <= spread.least() ? next : shifted;
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

    /** How many values are exact years, how many exact months, and how many exact days; years are months, months are days. */
    private int[] countExact() {
        int[] counts = new int[3];
        spread.rows().visit(0, spread.rows().count(), block -> {
            double[] values = spread.axis().of(block);
            for (int i = block.from(); i < block.to(); i++) {
                if ((long) values[i] % DAY == 0 && values[i] == Math.rint(values[i])) {
                    count(LocalDate.ofEpochDay((long) values[i] / DAY), counts);
                }
            }
            return true;
        });
        return counts;
    }

    private static void count(LocalDate date, int[] counts) {
        counts[2]++;
        if (date.getDayOfMonth() == 1) {
            counts[1]++;
            counts[0] += date.getMonthValue() == 1 ? 1 : 0;
        }
    }
}
