package io.figcast.reduction.date;

import java.time.LocalDate;

/**
 * Instants in Plotly's notation, {@code 2000-01-31 13:45:00.123}: as many of its parts as are not zero, to a tenth of a
 * millisecond.
 *
 * @see <a href="https://github.com/plotly/plotly.js/blob/v4.1.1/src/lib/dates.js">ms2DateTime, dateTime2ms</a>
 */
public final class DateText {

    /** The first instant that Plotly knows, -9999-01-01, in milliseconds since 1970 UTC. */
    public static final double FIRST = -377_705_116_800_000.0;
    /** The last whole millisecond that it knows, at the end of 9999. */
    public static final double LAST = 253_402_300_799_999.0;

    private static final long DAY = 86_400_000;
    private static final long MINUTE = 60_000;
    private static final int TENTHS_A_SECOND = 10_000;

    private DateText() {
    }

    /**
     * The text of an instant.
     *
     * @param ms milliseconds since 1970 UTC
     * @throws IllegalArgumentException if Plotly knows no such instant
     */
    public static String of(double ms) {
        if (!isKnown(ms)) {
            throw new IllegalArgumentException("Plotly has no date for " + ms);
        }
        int tenths = tenths(ms);
        long whole = wholeMillis(ms, tenths);
        StringBuilder text = new StringBuilder(24);
        appendDate(LocalDate.ofEpochDay(Math.floorDiv(whole, DAY)), text);
        int minutes = (int) (Math.floorMod(whole, DAY) / MINUTE);
        int parts = tenthsOfMinute(whole, tenths);
        if (minutes > 0 || parts > 0) {
            text.append(' ');
            append(minutes / 60, 2, text);
            text.append(':');
            append(minutes % 60, 2, text);
        }
        if (parts > 0) {
            text.append(':');
            append(parts / TENTHS_A_SECOND, 2, text);
        }
        appendFraction(parts % TENTHS_A_SECOND, text);
        return text.toString();
    }

    /** An instant as Plotly reads it from its text; NaN if it knows no such instant. */
    public static double written(double ms) {
        if (!isKnown(ms)) {
            return Double.NaN;
        }
        int tenths = tenths(ms);
        long whole = wholeMillis(ms, tenths);
        double seconds = tenthsOfMinute(whole, tenths) / (double) TENTHS_A_SECOND;
        return Math.floorDiv(whole, MINUTE) * MINUTE + seconds * 1000;
    }

    private static boolean isKnown(double ms) {
        return ms >= FIRST && ms < LAST + 1;
    }

    private static int tenths(double ms) {
        double raised = ms + 0.05;
        return (int) Math.floor((raised - Math.floor(raised)) * 10);
    }

    private static long wholeMillis(double ms, int tenths) {
        return Math.round(ms - tenths / 10.0);
    }

    private static int tenthsOfMinute(long whole, int tenths) {
        return (int) Math.floorMod(whole, MINUTE) * 10 + tenths;
    }

    private static void appendDate(LocalDate date, StringBuilder text) {
        if (date.getYear() < 0) {
            text.append('-');
        }
        append(Math.abs(date.getYear()), 4, text);
        text.append('-');
        append(date.getMonthValue(), 2, text);
        text.append('-');
        append(date.getDayOfMonth(), 2, text);
    }

    private static void appendFraction(int fraction, StringBuilder text) {
        if (fraction > 0) {
            text.append('.');
            append(fraction, 4, text);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
    }

    private static void append(int number, int digits, StringBuilder text) {
        for (int least = (int) Math.pow(10, digits - 1); number < least && least > 1; least /= 10) {
            text.append('0');
        }
        text.append(number);
    }
}
