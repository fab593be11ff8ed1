package io.figcast.compute.source.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;

/** The pass over rows that finds out what {@link Blocks} holds. */
record BlockSurvey(SqlRows rows, Asking asking, AxisTypes types, long blockSize) {

    /** Farther values are left out of sums: their squares would overflow, which some engines take for an error. */
    static final double NEAR = 1e100;
    private static final int SAMPLE = 1_000;
    private static final double[] MILLIS = { 86_400_000, 60_000, 1_000 };

    double[][] found() {
        double[] pivots = pivots();
        List<double[]> found = new ArrayList<>();
        rows.ask("SELECT block, count(*), " + survey("x", pivots[0], types.x()) + ", " + survey("y", pivots[1], types.y())
                + " FROM (SELECT x, y, " + asking.block(blockSize) + " AS block" + rows.from() + ") b GROUP BY block", 1,
                found::add);
        return found.toArray(double[][]::new);
    }

    private String survey(String value, double pivot, AxisType type) {
        String least = "min(" + value + "), max(" + value + "), ";
        if (asking.roundsSilently()) {
            String away = "(" + value + " - " + Sql.number(pivot) + ")";
            return least + "sum(" + away + "), sum(" + away + " * " + away + "), " + rest(value, type);
        }
        String away = "(CASE WHEN " + value + " BETWEEN " + Sql.number(-NEAR) + " AND " + Sql.number(NEAR) + " THEN " + value
                + " - " + Sql.number(pivot) + " END)";
        return least + "sum(" + away + "), sum(" + Sql.square(away) + "), " + rest(value, type);
    }

    /** 0 for a whole number; of times, how fine a precision it takes to tell them. */
    private static String rest(String value, AxisType type) {
        return switch (type) {
            case LINEAR -> "max(" + value + " - FLOOR(" + value + "))";
            case DATE -> IntStream.range(0, MILLIS.length).mapToObj(i -> "WHEN " + value + " = FLOOR(" + value + " / "
                    + Sql.number(MILLIS[i]) + ") * " + Sql.number(MILLIS[i]) + " THEN " + i)
                    .collect(Collectors.joining(" ", "max(CASE ", " ELSE " + MILLIS.length + " END)"));
        };
    }

    /** The middles of some values. */
    private double[] pivots() {
        List<double[]> sample = new ArrayList<>();
        rows.ask("SELECT x, y" + rows.from() + " LIMIT " + SAMPLE, 1, sample::add);
        return IntStream.range(0, 2).mapToDouble(column -> {
            double[] values = sample.stream().mapToDouble(row -> row[column]).filter(value -> Math.abs(value) <= NEAR).sorted()
                    .toArray();
            return values.length == 0 ? 0 : values[values.length / 2];
        }).toArray();
    }
}
