package io.figcast.compute.source.sql;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.Rows;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.reduction.date.DateText;
import io.figcast.reduction.memory.Selection;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;

/**
 * Rows of all kinds, by a seed, and their reduction in memory.
 *
 * @param x with NaN where the value is missing
 * @param isOurs which of the rows are of the category; the others lie between them
 */
record RandomRows(double[] x, double[] y, boolean[] isOurs, AxisTypes types) {

    private static final double DAY = 86_400_000;

    static RandomRows of(int seed) {
        Random random = new Random(seed);
        int[] sizes = { 0, 1, 2, 7, 300, 5_000, 20_000 };
        int count = sizes[random.nextInt(sizes.length)] + random.nextInt(3);
        AxisTypes types = new AxisTypes(type(random), type(random));
        boolean[] ours = new boolean[count];
        double share = random.nextInt(3) / 3.0;
        for (int i = 0; i < count; i++) {
            ours[i] = random.nextDouble() >= share;
        }
        return new RandomRows(column(random, types.x(), count), column(random, types.y(), count), ours, types);
    }

    private static AxisType type(Random random) {
        return random.nextInt(3) == 0 ? AxisType.DATE : AxisType.LINEAR;
    }

    private static double[] column(Random random, AxisType type, int count) {
        DoubleSupplier values = type == AxisType.DATE ? times(random) : numbers(random);
        double missing = random.nextInt(4) == 0 ? 0.05 : 0;
        double outlier = random.nextInt(6) == 0 ? 0.001 : 0;
        double far = type == AxisType.DATE ? 1e15 : Math.pow(10, random.nextInt(308));
        double[] column = DoubleStream.generate(() -> random.nextDouble() < missing ? missing(random)
                : random.nextDouble() < outlier ? far * (random.nextDouble() - 0.5) : values.getAsDouble()).limit(count)
                .toArray();
        if (random.nextInt(3) == 0) {
            Arrays.sort(column);
        }
        return column;
    }

    private static double missing(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> Double.NEGATIVE_INFINITY;
        };
    }

    private static DoubleSupplier numbers(Random random) {
        double scale = Math.pow(10, random.nextInt(12) - 6);
        double offset = random.nextInt(3) * 1e3 * scale;
        int distinct = 1 + random.nextInt(40);
        return switch (random.nextInt(12)) {
            case 0 -> () -> offset + random.nextGaussian() * scale;
            case 1 -> () -> offset + random.nextDouble() * scale;
            case 2 -> () -> Math.rint(random.nextGaussian() * distinct);
            case 3 -> () -> random.nextInt(distinct) * scale;
            case 4 -> () -> Math.rint(random.nextGaussian() * 30) / 10;
            case 5 -> () -> Math.pow(Math.abs(random.nextGaussian()), -2);
            case 6 -> () -> offset;
            case 7 -> () -> random.nextGaussian() * 1e290;
            case 8 -> () -> random.nextGaussian() * 1e-310;
            case 10 -> () -> random.nextInt(2_000) * 0.05 - random.nextInt(3) * 2e-11; // a rounding error below edges
            case 9 -> () -> random.nextInt(distinct) + (random.nextInt(5) == 0 ? random.nextDouble() * 1e-9 : 0);
            default -> () -> Math.exp(random.nextGaussian() * 4) * scale;
        };
    }

    private static DoubleSupplier times(Random random) {
        double start = LocalDate.of(1900 + random.nextInt(200), 1, 1).toEpochDay() * DAY;
        int days = 1 + random.nextInt(20_000);
        return switch (random.nextInt(6)) {
            case 0 -> () -> start + random.nextInt(days) * DAY;
            case 1 ->
                () -> LocalDate.ofEpochDay((long) (start / DAY) + random.nextInt(days)).withDayOfMonth(1).toEpochDay() * DAY;
            case 2 ->
                () -> LocalDate.ofEpochDay((long) (start / DAY) + random.nextInt(days)).withDayOfYear(1).toEpochDay() * DAY;
            case 3 -> () -> start + Math.rint(random.nextDouble() * days * 1_440) * 60_000;
            case 4 -> () -> start + Math.rint(random.nextDouble() * 1e6) / 1_000;
            default -> () -> start + random.nextGaussian() * 1e9;
        };
    }

    /** The rows of the category that have both values, in memory, as chart-service reduces them. */
    ReducedSlice reducedInMemory() {
        int[] complete = java.util.stream.IntStream.range(0, x.length)
                .filter(i -> isOurs[i] && Double.isFinite(x[i]) && Double.isFinite(y[i])).toArray();
        double[] xs = whole(types.x(), Arrays.stream(complete).mapToDouble(i -> x[i]).toArray());
        double[] ys = whole(types.y(), Arrays.stream(complete).mapToDouble(i -> y[i]).toArray());
        Rows rows = Selection.within(xs, ys, first(types.x()), last(types.x()), first(types.y()), last(types.y()));
        return new ReducedSlice(Reduction.of(rows, types, ReducedSlice.MOST_POINTS),
                precision(types.x(), (Selection) rows, true),
                precision(types.y(), (Selection) rows, false));
    }

    private static double[] whole(AxisType type, double[] values) {
        return type == AxisType.DATE ? Arrays.stream(values).map(Math::rint).toArray() : values;
    }

    private static double first(AxisType type) {
        return type == AxisType.DATE ? DateText.FIRST : Double.NEGATIVE_INFINITY;
    }

    private static double last(AxisType type) {
        return type == AxisType.DATE ? DateText.LAST : Double.POSITIVE_INFINITY;
    }

    private static DatePrecision precision(AxisType type, Selection rows, boolean isX) {
        return type == AxisType.LINEAR ? DatePrecision.MILLISECONDS
                : DatePrecision.of(isX ? rows.toPoints().x() : rows.toPoints().y());
    }
}
