package io.figcast.compute.source.sql;

import java.util.Collection;
import java.util.stream.Collectors;

import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;
import io.figcast.reduction.bins.MonthBins;

/**
 * The arithmetic of reduction as SQL. Of doubles all engines make the same sums, products and quotients as Java does; functions
 * are used only where their result is exact.
 */
final class Sql {

    private Sql() {
    }

    /** Exactly this double. */
    static String number(double value) {
        return "CAST('" + value + "' AS DOUBLE PRECISION)";
    }

    static String list(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static String numbers(Collection<Double> values) {
        return values.isEmpty() ? "NULL" : values.stream().map(Sql::number).collect(Collectors.joining(", "));
    }

    /** {@link Math#rint}. */
    static String rounded(String value) {
        String floor = "FLOOR(" + value + ")";
        String rest = "(" + value + " - " + floor + ")";
        return "(" + floor + " + CASE WHEN " + rest + " > " + number(0.5) + " OR " + rest + " = " + number(0.5) + " AND "
                + floor
                + " / " + number(2) + " <> FLOOR(" + floor + " / " + number(2) + ") THEN " + number(1) + " ELSE " + number(0)
                + " END)";
    }

    /** The square, or 0 where it would be too small: some engines take that for an error. */
    static String square(String value) {
        return "CASE WHEN ABS(" + value + ") > " + number(1e-150) + " THEN " + value + " * " + value + " WHEN " + value
                + " IS NOT NULL THEN " + number(0) + " END";
    }

    /** 1 where the condition holds, else 0. */
    static String flag(String condition) {
        return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
    }

    /** {@link Bins#indexOf}, as a double. */
    static String index(String value, Bins bins) {
        if (bins instanceof EvenBins even) {
            return "FLOOR(" + position(value, even) + ")";
        }
        MonthBins months = (MonthBins) bins;
        return index("(" + value + " + " + number(months.raise()) + ")", months.edges(), 0, months.edges().length);
    }

    /** {@link EvenBins#position}. */
    static String position(String value, EvenBins bins) {
        return position(value, bins.start(), bins.size());
    }

    static String position(String value, double start, double size) {
        return "((" + value + " - " + number(start) + ") / " + number(size) + " + " + number(EvenBins.ROUNDING_ERROR) + ")";
    }

    /** How many of some edges are not greater than a value, less one: by halves. */
    private static String index(String value, double[] edges, int from, int to) {
        if (from == to) {
            return number(from - 1);
        }
        int middle = (from + to) / 2;
        return "CASE WHEN " + value + " < " + number(edges[middle]) + " THEN " + index(value, edges, from, middle) + " ELSE "
                + index(value, edges, middle + 1, to) + " END";
    }

    /** Whether a value is near an edge: {@code NearEdges.isNearEdge} for values that are not 10^13 bins away. */
    static String isNearEdge(String hundredths) {
        String rest = hundredths + " - FLOOR(" + hundredths + " * " + number(0.01) + ") * " + number(100);
        return hundredths + " < " + number(0) + " OR " + rest + " >= " + number(0) + " AND " + rest + " < " + number(2) + " OR "
                + rest + " >= " + number(100) + " AND " + rest + " < " + number(102);
    }
}
