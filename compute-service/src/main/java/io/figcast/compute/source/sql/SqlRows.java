package io.figcast.compute.source.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.source.sql.Extremes.Row;
import io.figcast.reduction.Grid;
import io.figcast.reduction.Rows;
import io.figcast.reduction.Stretches;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;
import io.figcast.reduction.rows.AxisTypes;
import io.figcast.reduction.rows.Column;
import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.Extent;
import io.figcast.reduction.rows.Points;
import io.figcast.reduction.rows.Run;
import io.figcast.reduction.rows.Spread;
import io.figcast.reduction.rows.Survey;

/** Rows in an engine. One thread asks. */
final class SqlRows implements Rows {

    private final Asking asking;
    private final Relation relation;
    private final AxisTypes types;
    private final long blockSize;
    private final @Nullable Nearest[] nearest = new Nearest[2];
    private @Nullable Blocks blocks;
    private @Nullable LineRuns runs;

    SqlRows(Asking asking, Relation relation, AxisTypes types, long blockSize) {
        this.asking = asking;
        this.relation = relation;
        this.types = types;
        this.blockSize = blockSize;
    }

    /** The same rows, found by another query. */
    SqlRows of(Relation same) {
        SqlRows others = new SqlRows(asking, same, types, blockSize);
        others.blocks = blocks;
        return others;
    }

    /** A question could not be answered. */
    static final class UnansweredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SQLException why;

        UnansweredException(SQLException why) {
            super(why);
            this.why = why;
        }

        SQLException why() {
            return why;
        }
    }

    /** @param sql with the relation's rows in it so often */
    void ask(String sql, int parameters, Asking.Each each) {
        try {
            asking.ask(sql, parameters, each);
        } catch (SQLException e) {
            throw new UnansweredException(e);
        }
    }

    String from() {
        return " FROM " + relation.rows();
    }

    @Override
    public int count() {
        return blocks().count();
    }

    /** The extremes' rows are looked for when the first rows are picked, together with these. */
    @Override
    public Survey survey(int wanted) {
        runs = new LineRuns(blocks(), wanted);
        return runs.survey();
    }

    @Override
    public List<Run> alongX(Stretches stretches) {
        String stretch = "FLOOR((x - " + Sql.number(stretches.from()) + ") * " + Sql.number(stretches.perUnit()) + ")";
        String last = Sql.number(stretches.count() - 1);
        String rows = "(SELECT x, y, place, CASE WHEN " + stretch + " > " + last + " THEN " + last + " ELSE " + stretch
                + " END AS stretch" + from() + ")";
        TreeMap<Double, Run> runs = new TreeMap<>();
        ask("SELECT a.stretch, min(e.x0), max(e.x1), min(e.y0), max(e.y1), min(CASE WHEN a.x = e.x0 THEN a.place END),"
                + " min(CASE WHEN a.x = e.x1 THEN a.place END), min(CASE WHEN a.y = e.y0 THEN a.place END),"
                + " min(CASE WHEN a.y = e.y1 THEN a.place END) FROM " + rows
                + " a JOIN (SELECT stretch, min(x) AS x0, max(x) AS x1, min(y) AS y0, max(y) AS y1 FROM " + rows
                + " b GROUP BY stretch) e ON a.stretch = e.stretch GROUP BY a.stretch", 2,
                of -> runs.put(of[0], new Run(new Extent(of[1], of[2], (long) of[5], (long) of[6], 0, 0),
                        new Extent(of[3], of[4], (long) of[7], (long) of[8], 0, 0))));
        return List.copyOf(runs.values());
    }

    @Override
    public boolean areInOrderOfX() {
        Blocks all = blocks();
        boolean areBlocks = IntStream.range(1, all.found().length)
                .allMatch(block -> all.greatest(block - 1, Dimension.X) <= all.least(block, Dimension.X));
        double[] falls = new double[1];
        if (areBlocks) {
            ask("SELECT max(CASE WHEN x < before THEN 1 ELSE 0 END) FROM (SELECT x, lag(x) OVER (" + asking.order()
                    + ") AS before"
                    + from() + ") o", 1, found -> falls[0] = found[0]);
        }
        return areBlocks && falls[0] != 1;
    }

    @Override
    public Column column(Dimension axis, Survey survey) {
        return new SqlColumn(this, axis, Spread.of(survey.count(), survey.of(axis)));
    }

    /** The most of what any value of a column leaves of a whole number, or of a whole part of a day. */
    double rest(Dimension axis) {
        return blocks().rest(axis);
    }

    @Override
    public Grid grid(Bins x, Bins y, boolean isEveryRowInside) {
        Grid grid = new Grid(x, y, new int[x.count() * y.count()], new long[x.count() * y.count()],
                isEveryRowInside && x instanceof EvenBins && y instanceof EvenBins);
        String inside = isEveryRowInside ? "" : " WHERE h >= 0 AND h < " + x.count() + " AND v >= 0 AND v < " + y.count();
        String near = grid.isClear() ? near(Dimension.X, "x", "h", x) + " + " + near(Dimension.Y, "y", "v", y) : "1";
        boolean[] clear = { grid.isClear() };
        ask("SELECT cell, count(*), min(place), max(near) FROM (SELECT CAST(v * " + x.count()
                + " + h AS INTEGER) AS cell, place, " + near + " AS near FROM (SELECT x, y, place, " + Sql.index("x", x)
                + " AS h, " + Sql.index("y", y) + " AS v" + from() + ") i" + inside + ") c GROUP BY cell", 1, found -> {
                    int cell = (int) found[0];
                    grid.counts()[cell] = (int) found[1];
                    grid.firsts()[cell] = (long) found[2];
                    clear[0] &= found[3] == 0;
                });
        return new Grid(x, y, grid.counts(), grid.firsts(), clear[0]);
    }

    /** Whether a value is so near to an edge that rounding may matter; what is known already is not looked at again. */
    private String near(Dimension axis, String value, String index, Bins bins) {
        EvenBins even = (EvenBins) bins;
        Nearest known = nearest[axis.ordinal()];
        if (known != null && known.start == even.start() && known.size == even.size()) {
            return known.away < even.tolerance() ? "1" : "0";
        }
        String beyondEdge = Sql.position(value, even) + " - " + index;
        return Sql.flag(beyondEdge + " < " + Sql.number(even.tolerance()) + " OR " + beyondEdge + " > "
                + Sql.number(1 - even.tolerance()));
    }

    /** How near any value of a column is to an edge, of even bins with this start and size, in their sizes. */
    private record Nearest(double start, double size, double away) {
    }

    void found(Dimension axis, double start, double size, double away) {
        nearest[axis.ordinal()] = new Nearest(start, size, away);
    }

    @Override
    public Points pick(long[] places, int[] ranks) {
        Blocks all = blocks();
        TreeMap<Long, Row> picked = new TreeMap<>();
        Set<Long> wanted = new TreeSet<>();
        LongStream.of(places).filter(place -> place >= 0).forEach(wanted::add);
        Set<Long> some = wanted.stream().map(place -> place / blockSize).collect(Collectors.toCollection(TreeSet::new));
        Set<Long> whole = IntStream.of(ranks).mapToObj(rank -> all.number(all.holding(rank)))
                .collect(Collectors.toCollection(TreeSet::new));
        LineRuns open = runs != null && !runs.isKnown() ? runs : null;
        if (open != null) {
            some.addAll(open.someOf());
            whole.addAll(open.whole());
        }
        visit(whole, some, (rank, row, isExact) -> {
            if (open != null) {
                open.add(rank, row, isExact);
            }
            if (wanted.contains(row.place()) || isExact && Arrays.binarySearch(ranks, rank) >= 0) {
                picked.put(row.place(), row);
            }
        });
        LongStream.of(places).filter(place -> place < 0).mapToObj(Objects.requireNonNull(runs)::row)
                .forEach(row -> picked.put(row.place(), row));
        return new Points(picked.values().stream().mapToDouble(Row::x).toArray(),
                picked.values().stream().mapToDouble(Row::y).toArray());
    }

    @Override
    public Rows within(double x0, double x1, double y0, double y1) {
        return new SqlRows(asking, relation.within(x0, x1, y0, y1), types, blockSize);
    }

    @Override
    public Rows asZero(boolean x, boolean y) {
        return new SqlRows(asking, relation.asZero(x, y), types, blockSize);
    }

    private interface Visitor {
        /** @param rank where it is not exact, the rank of the first row of its block */
        void row(int rank, Row row, boolean isExact);
    }

    /**
     * Visits the rows of some blocks, in any order.
     *
     * @param whole the blocks of which each row's rank is to be known
     * @param others other blocks
     */
    private void visit(Set<Long> whole, Set<Long> others, Visitor visitor) {
        Set<Long> both = new TreeSet<>(whole);
        both.addAll(others);
        if (both.isEmpty()) {
            return;
        }
        Blocks all = blocks();
        List<Row> ranked = new ArrayList<>();
        ask("SELECT place, x, y FROM (SELECT place, x, y, " + asking.block(blockSize) + " AS block" + from()
                + ") b WHERE block IN (" + Sql.list(both) + ")", 1, found -> {
                    Row row = new Row((long) found[0], found[1], found[2]);
                    long number = row.place() / blockSize;
                    if (whole.contains(number)) {
                        ranked.add(row);
                    } else {
                        visitor.row(all.firstRanks()[all.indexOf(number)], row, false);
                    }
                });
        ranked.sort(Comparator.comparingLong(Row::place));
        long current = -1;
        int rank = 0;
        for (Row row : ranked) {
            if (row.place() / blockSize != current) {
                current = row.place() / blockSize;
                rank = all.firstRanks()[all.indexOf(current)];
            }
            visitor.row(rank++, row, true);
        }
    }

    private Blocks blocks() {
        Blocks found = blocks;
        if (found == null) {
            found = Blocks.of(new BlockSurvey(this, asking, types, blockSize).found());
            blocks = found;
        }
        return found;
    }

    /** Some of the values, whichever the engine gives first. */
    String some(String value, int count) {
        return "(SELECT " + value + from() + " LIMIT " + count + ") s";
    }
}
