package io.figcast.compute.source.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.source.sql.Extremes.Row;
import io.figcast.reduction.Grid;
import io.figcast.reduction.Rows;
import io.figcast.reduction.Stretches;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;
import io.figcast.reduction.rows.AxisType;
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

    /** Farther values are left out of sums: their squares would overflow, which some engines take for an error. */
    static final double NEAR = 1e100;
    private static final int SAMPLE = 1_000;
    private static final double[] MILLIS = { 86_400_000, 60_000, 1_000 };

    private final Asking asking;
    private final Relation relation;
    private final AxisTypes types;
    private final long blockSize;
    private final NavigableMap<Long, Row> known = new TreeMap<>();
    private @Nullable Blocks blocks;

    SqlRows(Asking asking, Relation relation, AxisTypes types, long blockSize) {
        this.asking = asking;
        this.relation = relation;
        this.types = types;
        this.blockSize = blockSize;
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

    @Override
    public Survey survey(int wanted) {
        Blocks all = blocks();
        int count = all.count();
        int runs = Math.min(wanted, count);
        Extremes[] found = new Extremes[runs];
        Arrays.setAll(found, run -> new Extremes());
        Row[] ends = new Row[2];
        visit(telling(all, runs), (rank, row) -> {
            found[runOf(rank, runs, count)].add(row);
            ends[0] = rank == 0 ? row : ends[0];
            ends[1] = rank == count - 1 ? row : ends[1];
        });
        Arrays.stream(found).flatMap(extremes -> Arrays.stream(extremes.rows())).forEach(row -> known.put(row.place(), row));
        Arrays.stream(ends).forEach(row -> known.put(row.place(), row));
        List<Run> parts = Arrays.stream(found).map(Extremes::run).toList();
        Run places = parts.stream().reduce(new Run(Extent.NONE, Extent.NONE), Run::plus);
        Run sums = all.whole();
        return new Survey(count, parts, new Run(with(places.x(), sums.x()), with(places.y(), sums.y())), ends[0].place(),
                ends[1].place());
    }

    private static Extent with(Extent places, Extent sums) {
        boolean isNear = Math.max(Math.abs(places.least()), Math.abs(places.greatest())) <= NEAR;
        return new Extent(places.least(), places.greatest(), places.leastPlace(), places.greatestPlace(), sums.sum(),
                isNear ? sums.squares() : Double.POSITIVE_INFINITY);
    }

    /** The blocks whose rows tell the extremes of all runs: those in which a run begins, and the first with each extreme. */
    private static Set<Long> telling(Blocks all, int runs) {
        int count = all.count();
        Set<Long> telling = new TreeSet<>(List.of(all.number(0), all.number(all.holding(count - 1))));
        for (int run = 0; run < runs; run++) {
            int begin = begin(run, runs, count);
            int end = begin(run + 1, runs, count);
            int first = all.holding(begin);
            int last = all.holding(end - 1);
            if (all.firstRanks()[first] < begin) {
                telling.add(all.number(first++));
            }
            if (last >= first && all.firstRanks()[last + 1] > end) {
                telling.add(all.number(last--));
            }
            for (int block : extremes(all, first, last)) {
                telling.add(all.number(block));
            }
        }
        return telling;
    }

    private static int[] extremes(Blocks all, int first, int last) {
        if (first > last) {
            return new int[0];
        }
        int[] extremes = { first, first, first, first };
        for (int block = first + 1; block <= last; block++) {
            for (Dimension axis : Dimension.values()) {
                int kind = axis.ordinal() * 2;
                if (all.least(block, axis) < all.least(extremes[kind], axis)) {
                    extremes[kind] = block;
                }
                if (all.greatest(block, axis) > all.greatest(extremes[kind + 1], axis)) {
                    extremes[kind + 1] = block;
                }
            }
        }
        return extremes;
    }

    private static int begin(int run, int runs, int count) {
        return (int) ((long) count * run / runs);
    }

    private static int runOf(int rank, int runs, int count) {
        return (int) (((rank + 1L) * runs - 1) / count);
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
            ask("SELECT max(CASE WHEN x < before THEN 1 ELSE 0 END) FROM (SELECT x, lag(x) OVER (" + asking.order() + ") AS before"
                    + from() + ") o", 1, found -> falls[0] = found[0]);
        }
        return areBlocks && falls[0] != 1;
    }

    @Override
    public Column column(Dimension axis, Survey survey) {
        return new SqlColumn(this, axis, Spread.of(survey.count(), survey.of(axis)));
    }

    /** The most of what any value of a column leaves of a whole number, or of a whole part of a day. */
    int rest(Dimension axis) {
        return blocks().rest(axis);
    }

    @Override
    public Grid grid(Bins x, Bins y, boolean isEveryRowInside) {
        Grid grid = new Grid(x, y, new int[x.count() * y.count()], new long[x.count() * y.count()],
                isEveryRowInside && x instanceof EvenBins && y instanceof EvenBins);
        String inside = " WHERE h >= 0 AND h < " + x.count() + " AND v >= 0 AND v < " + y.count();
        String near = x instanceof EvenBins evenX && y instanceof EvenBins evenY && isEveryRowInside
                ? Sql.flag(isNear("x", "h", evenX) + " OR " + isNear("y", "v", evenY))
                : "1";
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

    private static String isNear(String value, String index, EvenBins bins) {
        String beyondEdge = Sql.position(value, bins) + " - " + index;
        return beyondEdge + " < " + Sql.number(bins.tolerance()) + " OR " + beyondEdge + " > "
                + Sql.number(1 - bins.tolerance());
    }

    @Override
    public Points pick(long[] places, int[] ranks) {
        Blocks all = blocks();
        TreeMap<Long, Row> picked = new TreeMap<>();
        Set<Long> missing = new TreeSet<>();
        for (long place : places) {
            Row row = known.get(place);
            if (row == null) {
                missing.add(place);
            } else {
                picked.put(place, row);
            }
        }
        Set<Long> wanted = missing.stream().map(place -> place / blockSize).collect(Collectors.toCollection(TreeSet::new));
        IntStream.of(ranks).forEach(rank -> wanted.add(all.number(all.holding(rank))));
        visit(wanted, (rank, row) -> {
            if (missing.contains(row.place()) || Arrays.binarySearch(ranks, rank) >= 0) {
                picked.put(row.place(), row);
            }
        });
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
        void row(int rank, Row row);
    }

    /** Visits the rows of some blocks in their order. */
    private void visit(Set<Long> numbers, Visitor visitor) {
        if (numbers.isEmpty()) {
            return;
        }
        Blocks all = blocks();
        long[] current = { -1 };
        int[] rank = new int[1];
        ask("SELECT place, x, y FROM (SELECT place, x, y, " + block() + " AS block" + from() + ") b WHERE block IN ("
                + Sql.list(numbers.stream().mapToLong(number -> number)) + ") ORDER BY place", 1, found -> {
                    long place = (long) found[0];
                    if (place / blockSize != current[0]) {
                        current[0] = place / blockSize;
                        rank[0] = all.firstRanks()[all.indexOf(current[0])];
                    }
                    visitor.row(rank[0]++, new Row(place, found[1], found[2]));
                });
    }

    private String block() {
        return "CAST(FLOOR(place / " + Sql.number(blockSize) + ") AS BIGINT)";
    }

    private Blocks blocks() {
        Blocks found = blocks;
        if (found == null) {
            found = Blocks.of(survey());
            blocks = found;
        }
        return found;
    }

    private double[][] survey() {
        double[] pivots = pivots();
        List<double[]> found = new ArrayList<>();
        ask("SELECT block, count(*), " + survey("x", pivots[0], types.x()) + ", " + survey("y", pivots[1], types.y())
                + " FROM (SELECT x, y, " + block() + " AS block" + from() + ") b GROUP BY block", 1, found::add);
        return found.toArray(double[][]::new);
    }

    private static String survey(String value, double pivot, AxisType type) {
        String far = "(CASE WHEN " + value + " BETWEEN " + Sql.number(-NEAR) + " AND " + Sql.number(NEAR) + " THEN " + value
                + " - " + Sql.number(pivot) + " END)";
        return "min(" + value + "), max(" + value + "), sum(" + far + "), sum(" + far + " * " + far + "), max("
                + rest(value, type) + ")";
    }

    /** 0 for a whole number; of times, how fine a precision it takes to tell them. */
    private static String rest(String value, AxisType type) {
        return switch (type) {
            case LINEAR -> "CASE WHEN " + value + " = FLOOR(" + value + ") THEN 0 ELSE 1 END";
            case DATE -> IntStream.range(0, MILLIS.length).mapToObj(i -> "WHEN " + value + " = FLOOR(" + value + " / "
                    + Sql.number(MILLIS[i]) + ") * " + Sql.number(MILLIS[i]) + " THEN " + i)
                    .collect(Collectors.joining(" ", "CASE ", " ELSE " + MILLIS.length + " END"));
        };
    }

    /** The middles of some values. */
    private double[] pivots() {
        List<double[]> sample = new ArrayList<>();
        ask("SELECT x, y" + from() + " LIMIT " + SAMPLE, 1, sample::add);
        return IntStream.range(0, 2).mapToDouble(column -> {
            double[] values = sample.stream().mapToDouble(row -> row[column]).filter(value -> Math.abs(value) <= NEAR).sorted()
                    .toArray();
            return values.length == 0 ? 0 : values[values.length / 2];
        }).toArray();
    }

    /** Some of the values, whichever the engine gives first. */
    String some(String value, int count) {
        return "(SELECT " + value + from() + " LIMIT " + count + ") s";
    }
}
