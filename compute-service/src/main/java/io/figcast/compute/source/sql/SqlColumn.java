package io.figcast.compute.source.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import io.figcast.reduction.rows.Cells;
import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.ExactDates;
import io.figcast.reduction.rows.NearEdges;
import io.figcast.reduction.rows.Spread;

/** A column of rows in an engine. */
record SqlColumn(SqlRows rows, Dimension axis, Spread spread) implements Column {

    private static final int SOME = 100_000;
    /** If there are so many distinct values, the bins are too many to draw however close they lie. */
    private static final int MOST_CELLS = 1 << 21;
    private static final double TOLERANCE = 1e-6;
    private static final double DAY = 86_400_000;

    private String value() {
        return axis.name().toLowerCase(Locale.ROOT);
    }

    /** The engine's sums are taken in parts, of values made so small that no square overflows. */
    @Override
    public double exactDeviation() {
        double farthest = Math.max(Math.abs(spread.least()), Math.abs(spread.greatest()));
        double scale = farthest <= BlockSurvey.NEAR ? 1 : farthest;
        String scaled = "(" + value() + " / " + Sql.number(scale) + ")";
        double mean = one("avg(" + scaled + ")");
        String away = "(" + scaled + " - " + Sql.number(mean) + ")";
        double variance = one("avg(" + Sql.square(away) + ")");
        return Double.isFinite(variance * spread.count() * scale * scale) ? Math.sqrt(variance) * scale
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean areWholeNumbers() {
        return rows.rest(axis) == 0;
    }

    /** Upper bounds, which mostly settle the matter. */
    @Override
    public NearEdges nearEdges(double start, double size) {
        int[] most = new int[2];
        rows.ask("SELECT sum(CASE WHEN away < " + Sql.number(0.01 + TOLERANCE) + " THEN 1 ELSE 0 END), sum(CASE WHEN away > "
                + Sql.number(0.49 - TOLERANCE) + " THEN 1 ELSE 0 END), min(away) FROM (SELECT ABS(p - FLOOR(p + "
                + Sql.number(0.5) + ")) AS away FROM (SELECT " + Sql.position(value(), start, size) + " AS p" + rows.from()
                + ") p) a", 1, found -> {
                    most[0] = (int) found[0];
                    most[1] = (int) found[1];
                    rows.found(axis, start, size, found[2]);
                });
        return new NearEdges(0, most[0], 0, most[1]);
    }

    @Override
    public NearEdges exactlyNearEdges(double start, double size) {
        int[] counts = new int[2];
        rows.ask("SELECT sum(" + Sql.flag(Sql.isNearEdge("e")) + "), sum(" + Sql.flag(Sql.isNearEdge("m"))
                + ") FROM (SELECT " + hundredths(value(), start, size) + " AS e, "
                + hundredths("(" + value() + " + " + Sql.number(size / 2) + ")", start, size) + " AS m" + rows.from() + ") h",
                1,
                found -> {
                    counts[0] = (int) found[0];
                    counts[1] = (int) found[1];
                });
        return NearEdges.exactly(counts[0], counts[1]);
    }

    private static String hundredths(String value, double start, double size) {
        return Sql.number(1) + " + (" + value + " - " + Sql.number(start) + ") * " + Sql.number(100) + " / "
                + Sql.number(size);
    }

    @Override
    public ExactDates exactDates() {
        int[] counts = new int[3];
        rows.ask("SELECT v, count(*) FROM (SELECT " + value() + " AS v" + rows.from() + ") d WHERE v = FLOOR(v / "
                + Sql.number(DAY) + ") * " + Sql.number(DAY) + " GROUP BY v", 1, found -> {
                    LocalDate date = LocalDate.ofEpochDay((long) (found[0] / DAY));
                    int times = (int) found[1];
                    counts[2] += times;
                    counts[1] += date.getDayOfMonth() == 1 ? times : 0;
                    counts[0] += date.getDayOfYear() == 1 ? times : 0;
                });
        return new ExactDates(counts[0], counts[1], counts[2]);
    }

    @Override
    public OptionalDouble smallestGap(double size) {
        if (spread.range() == 0) {
            return OptionalDouble.of(Cells.wholeRange(spread));
        }
        Cells cells = Cells.of(spread, size);
        String inCells = "SELECT cell, min(v) AS least, max(v) AS greatest FROM (SELECT v, FLOOR((v - "
                + Sql.number(cells.origin()) + ") * " + Sql.number(cells.perUnit()) + ") AS cell FROM ";
        String some = rows.some(value() + " AS v", SOME);
        double[] widest = new double[1];
        rows.ask("SELECT max(greatest - least) FROM (" + inCells + some + ") c GROUP BY cell) g", 1,
                found -> widest[0] = found[0]);
        if (widest[0] > cells.roundingError()) {
            return OptionalDouble.empty();
        }
        List<double[]> found = new ArrayList<>();
        rows.ask(inCells + "(SELECT " + value() + " AS v" + rows.from() + ") a) c GROUP BY cell ORDER BY cell LIMIT "
                + (MOST_CELLS + 1), 1, found::add);
        boolean isSmaller = found.size() > MOST_CELLS
                || found.stream().anyMatch(cell -> cell[2] - cell[1] > cells.roundingError());
        return isSmaller ? OptionalDouble.empty()
                : cells.smallestGap(found.stream().mapToDouble(cell -> cell[1]).toArray(),
                        found.stream().mapToDouble(cell -> cell[2]).toArray());
    }

    private double one(String expression) {
        double[] answer = new double[1];
        rows.ask("SELECT " + expression + rows.from(), 1, found -> answer[0] = found[0]);
        return answer[0];
    }
}
