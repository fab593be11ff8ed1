package io.figcast.reduction.date;

/**
 * The parts of dates that are worth showing, as Plotly formats them.
 *
 * @see <a href="https://d3js.org/d3-time-format#locale_format">d3-time-format</a>
 */
public enum DatePrecision {
    DAYS(86_400_000, "%Y-%m-%d"),
    MINUTES(60_000, "%Y-%m-%d %H:%M"),
    SECONDS(1_000, "%Y-%m-%d %H:%M:%S"),
    MILLISECONDS(1, "%Y-%m-%d %H:%M:%S.%L");

    private final long millis;
    private final String format;

    DatePrecision(long millis, String format) {
        this.millis = millis;
        this.format = format;
    }

    /** The least precision in which every one of the values has a text of its own. */
    public static DatePrecision of(double... values) {
        DatePrecision[] all = values();
        int precision = 0;
        for (double value : values) {
            while (precision < all.length - 1 && (long) value % all[precision].millis != 0) {
                precision++;
            }
        }
        return all[precision];
    }

    public String format() {
        return format;
    }
}
