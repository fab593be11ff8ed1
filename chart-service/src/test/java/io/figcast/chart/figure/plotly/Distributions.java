package io.figcast.chart.figure.plotly;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Named;

import io.figcast.chart.slice.Slice;

/**
 * Slices whose bins are compared: of many shapes and sizes, and always the same.
 */
final class Distributions {

    private Distributions() {
    }

    static List<Named<Slice>> all() {
        List<Named<Slice>> slices = new ArrayList<>(special());
        for (int rows : new int[] { 1, 2, 3, 100, 5_001, 40_000 }) {
            add(slices, rows, "normal", Random::nextGaussian);
            add(slices, rows, "uniform", Random::nextDouble);
            add(slices, rows, "negative uniform", random -> -1000 - 37 * random.nextDouble());
            add(slices, rows, "dice", random -> 1.0 + random.nextInt(6));
            add(slices, rows, "whole numbers", random -> random.nextInt(1000) - 500.0);
            add(slices, rows, "even numbers", random -> 2.0 * random.nextInt(400));
            add(slices, rows, "ages", random -> Math.floor(Math.abs(random.nextGaussian()) * 20));
            add(slices, rows, "tenths", random -> Math.round(random.nextGaussian() * 30) / 10.0);
            add(slices, rows, "tenths added up", random -> addedUp(0.1, random.nextInt(60)));
            add(slices, rows, "quarters", random -> random.nextInt(17) * 0.25);
            add(slices, rows, "three values", random -> new double[] { 0.3, 0.7, 12 }[random.nextInt(3)]);
            add(slices, rows, "exponential", random -> -Math.log(1 - random.nextDouble()));
            add(slices, rows, "two hills", random -> random.nextGaussian() + (random.nextBoolean() ? 40 : -40));
            add(slices, rows, "large numbers", random -> 1e9 + 1e4 * random.nextGaussian());
            add(slices, rows, "timestamps", random -> 1.7e12 + Math.floor(random.nextDouble() * 1e9));
            add(slices, rows, "large magnitudes", random -> 1e14 * random.nextGaussian());
            add(slices, rows + 1, "huge numbers", random -> 1e120 * random.nextGaussian());
            add(slices, rows, "tiny numbers", random -> 1e-120 * random.nextGaussian());
            add(slices, rows, "near the edges", random -> random.nextInt(40) + random.nextDouble() * 0.005);
            add(slices, rows, "around halves", random -> random.nextInt(40) + 0.5 + random.nextDouble() * 0.005);
            add(slices, rows, "percent", random -> Math.round(random.nextDouble() * 1e4) / 100.0);
        }
        add(slices, 3_000, "heavy tails", random -> 1 / (0.001 + random.nextDouble()));
        add(slices, 30_000, "students", random -> random.nextGaussian() / Math.sqrt(chiSquared(random, 5) / 5));
        add(slices, 40_000, "an outlier in a hundred", random -> random.nextGaussian() * (random.nextInt(100) == 0 ? 8 : 1));
        return slices;
    }

    /** The ones that are drawn, since every drawing takes some time. */
    static List<Named<Slice>> drawn() {
        return all().stream()
                .filter(slice -> slice.getName().matches("(5001|40000) .*|heavy.*|.*constant.*|one row|two rows"))
                .toList();
    }

    static Slice normal(int rows, long seed) {
        return slice(rows, seed, Random::nextGaussian);
    }

    static Slice slice(int rows, long seed, Function<Random, Double> value) {
        Random random = new Random(seed);
        DoubleSupplier supplier = () -> value.apply(random);
        return new Slice(DoubleStream.generate(supplier).limit(rows).toArray(),
                DoubleStream.generate(supplier).limit(rows).toArray());
    }

    static List<Named<Slice>> special() {
        return List.of(
                Named.of("one row", new Slice(new double[] { 3.7 }, new double[] { -2 })),
                Named.of("two rows", new Slice(new double[] { 3.7, 3.9 }, new double[] { -2, 18 })),
                Named.of("constant zero", constant(50, 0, 0)),
                Named.of("constant", constant(6_000, 17.3, -0.004)),
                Named.of("constant whole", constant(6_000, 42, -7)),
                Named.of("one column constant", new Slice(normal(6_000, 1).x(), constant(6_000, 5, 5).x())),
                Named.of("columns of other kinds",
                        new Slice(normal(6_000, 1).x(), slice(6_000, 2, r -> r.nextInt(5) + 0.0).y())),
                Named.of("columns of other sizes",
                        new Slice(normal(6_000, 1).x(), slice(6_000, 2, r -> r.nextInt(5) * 1e9).y())));
    }

    /** What plotly itself cannot bin or draw: it throws, or never comes to an end. */
    static List<Named<Slice>> hostile() {
        return List.of(
                Named.of("no rows", constant(0, 0, 0)),
                Named.of("the smallest numbers",
                        new Slice(new double[] { 0, 5e-324, -0.0 }, new double[] { 0, 1e-320, 3e-310 })),
                Named.of("small numbers",
                        new Slice(new double[] { 1e-300, 3e-298, -2e-299 }, new double[] { 1e-200, 1e-210, 0 })),
                Named.of("one huge row", constant(1, 1e120, -1e120)),
                Named.of("constant and huge", constant(50, 1e300, -1e17)),
                Named.of("neighbours",
                        new Slice(new double[] { 1e17, Math.nextUp(1e17), 1e17 }, new double[] { 1, 1 + 3e-16, 1 })),
                Named.of("from end to end", new Slice(
                        new double[] { -Double.MAX_VALUE, 0, Double.MAX_VALUE, 1e300 }, new double[] { 1e300, -1e300, 0, 1 })),
                Named.of("all beyond", new Slice(new double[] { 1e305, 1.7e308 }, new double[] { -1e306, 1e307 })),
                Named.of("many beyond",
                        new Slice(slice(6_000, 5, r -> 1e308 * r.nextGaussian() / 4).x(), normal(6_000, 3).y())),
                Named.of("huge", slice(3_000, 7, r -> 1e300 * r.nextDouble())),
                Named.of("huge and many", slice(9_000, 7, r -> 1e300 * (r.nextDouble() - 0.5))),
                Named.of("every magnitude", slice(4_000, 8, Distributions::anyDouble)),
                Named.of("every magnitude, many", slice(20_000, 9, Distributions::anyDouble)),
                Named.of("one far outlier", slice(5_000, 10, r -> r.nextInt(2_000) == 0 ? 1e12 : r.nextGaussian())),
                Named.of("far outliers, many", slice(50_000, 11, r -> Math.pow(1 - r.nextDouble(), -1.5))));
    }

    private static double anyDouble(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 0;
    }

    private static void add(List<Named<Slice>> slices, int rows, String name, Function<Random, Double> value) {
        slices.add(Named.of(rows + " " + name, slice(rows, rows * 31L + name.hashCode(), value)));
    }

    private static Slice constant(int rows, double x, double y) {
        return new Slice(DoubleStream.generate(() -> x).limit(rows).toArray(),
                DoubleStream.generate(() -> y).limit(rows).toArray());
    }

    private static double addedUp(double step, int times) {
        double sum = 0;
        for (int i = 0; i < times; i++) {
            sum += step;
        }
        return sum;
    }

    private static double chiSquared(Random random, int degrees) {
        return random.doubles(degrees).map(ignored -> random.nextGaussian()).map(normal -> normal * normal).sum();
    }
}
