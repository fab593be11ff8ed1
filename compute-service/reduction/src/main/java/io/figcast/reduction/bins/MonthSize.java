package io.figcast.reduction.bins;

import io.figcast.reduction.bins.shift.MonthShift;
import io.figcast.reduction.date.Days;
import io.figcast.reduction.rows.Column;

/**
 * Bins of whole months, for instance of twelve.
 *
 * @param months how many
 */
record MonthSize(int months) implements BinSize {

    static final double AVERAGE_MONTH = 2_629_800_000.0;
    /** 2000-01-01. */
    private static final double ORIGIN = 946_684_800_000.0;
    private static final int MOST_GUESSES = 10;

    @Override
    public double width() {
        return months * AVERAGE_MONTH;
    }

    @Override
    public double after(double edge) {
        return Days.plusMonths(edge, months);
    }

    @Override
    public double before(double edge) {
        return Days.plusMonths(edge, -months);
    }

    @Override
    public double firstFrom(double value) {
        double from = ORIGIN;
        for (int guess = 0; guess < MOST_GUESSES; guess++) {
            double to = after(from);
            if ((to - value) * (from - value) <= 0) {
                return Math.max(from, to);
            }
            double away = (value - (from + to) / 2) / (to - from);
            long steps = Math.max(1, Math.abs(Math.round(away)));
            from = Days.plusMonths(from, (int) (away < 0 ? -steps : steps) * months);
        }
        return from;
    }

    @Override
    public double endBeyond(double start, double value) {
        double end = start;
        while (end <= value) {
            end = after(end);
        }
        return end;
    }

    @Override
    public double shifted(double start, Column column) {
        return new MonthShift(column, months).apply(start);
    }

    @Override
    public Bins bins(double[] edges, double step) {
        return new MonthBins(edges, step);
    }
}
