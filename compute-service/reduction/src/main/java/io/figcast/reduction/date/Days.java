package io.figcast.reduction.date;

import java.time.LocalDate;

/**
 * Milliseconds since 1970 UTC as days and months of the Gregorian calendar, with ECMAScript's arithmetic.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/dates.js">dates.js</a>
 */
public final class Days {

    public static final double DAY = 86_400_000;
    private static final int MARGIN = 3;

    private Days() {
    }

    /** The part of a day that has passed, in milliseconds. */
    public static double timeOfDay(double ms) {
        double rest = ms % DAY;
        return rest < 0 ? rest + DAY : rest;
    }

    /** The day that an instant falls on, counted from 1970. */
    public static long day(double ms) {
        return Math.round((ms - timeOfDay(ms)) / DAY);
    }

    /**
     * The same day and time so many months later. The last days of a month follow each other, whichever their numbers: they
     * are moved as the first days of the next one.
     */
    public static double plusMonths(double ms, int months) {
        LocalDate moved = LocalDate.ofEpochDay(day(ms) + MARGIN);
        // A day that the month does not have is one of the month that follows, as ECMAScript has it.
        long epochDay = moved.withDayOfMonth(1).plusMonths(months).toEpochDay() + moved.getDayOfMonth() - 1;
        return epochDay * DAY + timeOfDay(ms) - MARGIN * DAY;
    }
}
