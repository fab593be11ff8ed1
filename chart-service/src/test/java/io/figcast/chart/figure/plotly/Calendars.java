package io.figcast.chart.figure.plotly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Named;

import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;
import io.figcast.reduction.date.DateText;

/**
 * Slices with dates whose bins are compared: where calendars are awkward, and of any span from milliseconds to millennia.
 */
final class Calendars {

    private static final double DAY = 86_400_000;
    private static final double[] SPANS = { 1, 20, 1_000, 45_000, 60_000, 3_600_000, 5e6, 2e7, DAY, 3 * DAY, 10 * DAY, 40 * DAY,
            100 * DAY, 366 * DAY, 3 * 365.25 * DAY, 10 * 365.25 * DAY, 40 * 365.25 * DAY, 150 * 365.25 * DAY,
            1_000 * 365.25 * DAY, 8_000 * 365.25 * DAY };
    private static final double[] GRAINS = { 1, 1, 10, 1_000, 60_000, 900_000, 3_600_000, DAY / 2, DAY, DAY, 7 * DAY };

    private Calendars() {
    }

    static List<Named<Slice>> edges() {
        List<Named<Slice>> slices = new ArrayList<>();
        slices.add(Named.of("one instant", dates(ms(2001, 5, 1))));
        slices.add(Named.of("one instant within a day", dates(ms(2001, 5, 1) + 49_053_123)));
        slices.add(Named.of("one instant many times", dates(repeat(ms(2000, 2, 29), 6_000))));
        slices.add(Named.of("two leap days", dates(ms(2000, 2, 29), ms(2004, 2, 29))));
        slices.add(Named.of("the epoch", dates(0, 1, -1, 999, -999)));
        slices.add(Named.of("first minutes of 1970", dates(IntStream.range(0, 200).mapToDouble(i -> i * 1_037).toArray())));
        slices.add(Named.of("around the year 0", years(-50, 60, 3)));
        slices.add(Named.of("negative years", years(-3_000, -200, 17)));
        slices.add(Named.of("around 1900", months(1895, 12 * 12, 1, 1)));
        slices.add(Named.of("first of months", months(1990, 12 * 30, 1, 1)));
        slices.add(Named.of("last of months", monthEnds(1990, 12 * 30)));
        slices.add(Named.of("the 15th of months", months(1990, 12 * 8, 1, 15)));
        slices.add(Named.of("the 29th of months", months(2019, 48, 1, 29)));
        slices.add(Named.of("quarters", months(1970, 4 * 50, 3, 1)));
        slices.add(Named.of("new year's days", years(1800, 2026, 1)));
        slices.add(Named.of("decades", years(1000, 2030, 10)));
        slices.add(Named.of("days of a leap year", days(2000, 1, 1, 366)));
        slices.add(Named.of("days of a year", days(1900, 1, 1, 365)));
        slices.add(Named.of("Sundays", every(7, 2000, 1, 2, 300)));
        slices.add(Named.of("Mondays", every(7, 2000, 1, 3, 300)));
        slices.add(Named.of("every other day", every(2, 2001, 1, 1, 40)));
        slices.add(Named.of("trading days", dates(DoubleStream.iterate(ms(2000, 1, 3), t -> t + DAY).limit(3_900)
                .filter(t -> Math.floorMod((long) (t / DAY) + 4, 7L) % 6 != 0).toArray())));
        slices.add(Named.of("hours of a month", step(ms(2012, 2, 1), 3_600_000, 29 * 24)));
        slices.add(Named.of("hours of a day", step(ms(2012, 2, 29), 3_600_000, 24)));
        slices.add(Named.of("quarters of an hour", step(ms(2016, 2, 28), 900_000, 300)));
        slices.add(Named.of("minutes", step(ms(2016, 12, 31) + DAY - 3_600_000, 60_000, 120)));
        slices.add(Named.of("seconds", step(ms(1999, 12, 31) + DAY - 60_000, 1_000, 240)));
        slices.add(Named.of("milliseconds", step(ms(1999, 12, 31) + DAY - 100, 1, 333)));
        slices.add(Named.of("almost exact months",
                months(1990, 240, 1, 1, t -> Math.floorMod((long) (t / DAY), 7L) == 0 ? t + 1 : t)));
        slices.add(Named.of("four of five are first of months",
                months(1990, 240, 1, 1, t -> Math.floorMod((long) (t / DAY), 5L) == 0 ? t + 3 * DAY : t)));
        for (int millis : new int[] { 1, 2, 3 }) {
            slices.add(Named.of(millis + " ms before first of months",
                    months(1990, 20, 1, 1, t -> Math.floorMod((long) (t / DAY), 2L) == 0 ? t - millis : t + 9 * DAY)));
        }
        slices.add(Named.of("noon", every(1, 2001, 1, 1, 900, t -> t + DAY / 2)));
        return slices;
    }

    /** Dates that plotly does not know, or cannot bin. */
    static List<Named<Slice>> hostile() {
        return List.of(
                Named.of("the end of time", dates(ms(2020, 1, 1), ms(9999, 12, 31), ms(9999, 12, 31) + DAY - 1)),
                Named.of("the beginning of time", dates(ms(-9999, 1, 1), ms(1, 1, 1), ms(2020, 1, 1))),
                Named.of("from end to end", dates(DateText.FIRST, DateText.LAST)),
                Named.of("beyond", dates(-1e15, 1e300, 0, 1)),
                Named.of("all beyond", dates(1e16, -1e17)),
                Named.of("fractions of milliseconds", dates(0.25, 0.5, 1e12 + 0.125)),
                Named.of("no dates", dates()),
                Named.of("one far from many", dates(DoubleStream.concat(DoubleStream.of(ms(9999, 12, 31)),
                        DoubleStream.iterate(ms(2020, 1, 1), t -> t + 1).limit(6_000)).toArray())));
    }

    /** Many dates, which are reduced. */
    static List<Named<Slice>> many() {
        return List.of(
                Named.of("many first of months", months(1400, 12 * 500, 1, 1)),
                Named.of("many days", every(1, 2005, 3, 3, 5_600)),
                Named.of("many hours", step(ms(2012, 2, 1), 3_600_000, 9_000)),
                Named.of("many minutes", step(ms(2016, 12, 31), 60_000, 7_000)),
                Named.of("many first of months, upwards", upwards(months(1400, 12 * 500, 1, 1))),
                Named.of("many hours, upwards", upwards(step(ms(2012, 2, 1), 3_600_000, 9_000))));
    }

    /** Dates of any span and grain; at times beside numbers, at times along y. */
    static Slice random(int seed) {
        Random random = new Random(seed);
        int rows = new int[] { 1, 2, 3, 10, 100, 700, 5_001 }[random.nextInt(7)];
        double[] dates = dates(random, rows);
        return switch (random.nextInt(3)) {
            case 0 -> new Slice(dates, dates(random, rows), ColumnType.TIME, ColumnType.TIME);
            case 1 -> new Slice(dates, random.doubles(rows).toArray(), ColumnType.TIME, ColumnType.NUMBER);
            default -> new Slice(random.doubles(rows).map(d -> Math.floor(d * 40)).toArray(), dates, ColumnType.NUMBER,
                    ColumnType.TIME);
        };
    }

    private static double[] dates(Random random, int rows) {
        double span = SPANS[random.nextInt(SPANS.length)] * (0.5 + random.nextDouble());
        double centre = random.nextInt(4) == 0 ? (random.nextDouble() - 0.4) * 2e14 : ms(1900 + random.nextInt(140), 1, 1);
        double grain = GRAINS[random.nextInt(GRAINS.length)];
        int shape = random.nextInt(4);
        return DoubleStream.generate(() -> {
            double unit = shape == 0 ? random.nextGaussian() / 4 : random.nextDouble() - 0.5;
            double time = Math.rint(centre + unit * span);
            return switch (shape) {
                case 0, 1 -> Math.floor(time / grain) * grain;
                case 2 -> random.nextInt(10) == 0 ? time : month(time);
                default -> random.nextInt(10) < 9 ? year(time) : Math.floor(time / DAY) * DAY;
            };
        }).map(time -> Math.max(-3e14, Math.min(2.4e14, time))).limit(rows).toArray();
    }

    private static double month(double time) {
        return LocalDate.ofEpochDay((long) Math.floor(time / DAY)).withDayOfMonth(1).toEpochDay() * DAY;
    }

    private static double year(double time) {
        return LocalDate.ofEpochDay((long) Math.floor(time / DAY)).withDayOfYear(1).toEpochDay() * DAY;
    }

    private static double ms(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochDay() * DAY;
    }

    private static double[] repeat(double value, int times) {
        return DoubleStream.generate(() -> value).limit(times).toArray();
    }

    private static Slice years(int from, int to, int by) {
        return dates(IntStream.iterate(from, year -> year < to, year -> year + by).mapToDouble(y -> ms(y, 1, 1)).toArray());
    }

    private static Slice months(int year, int count, int by, int day) {
        return months(year, count, by, day, t -> t);
    }

    private static Slice months(int year, int count, int by, int day, DoubleUnaryOperator moved) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return dates(IntStream.range(0, count).mapToObj(i -> first.plusMonths((long) i * by))
                .mapToDouble(month -> month.withDayOfMonth(Math.min(day, month.lengthOfMonth())).toEpochDay() * DAY)
                .map(moved).toArray());
    }

    private static Slice monthEnds(int year, int count) {
        return months(year, count, 1, 31);
    }

    private static Slice days(int year, int month, int day, int count) {
        return every(1, year, month, day, count);
    }

    private static Slice every(int days, int year, int month, int day, int count) {
        return every(days, year, month, day, count, t -> t);
    }

    private static Slice every(int days, int year, int month, int day, int count, DoubleUnaryOperator moved) {
        return dates(IntStream.range(0, count).mapToDouble(i -> ms(year, month, day) + i * days * DAY).map(moved).toArray());
    }

    private static Slice step(double from, double by, int count) {
        return dates(IntStream.range(0, count).mapToDouble(i -> from + i * by).toArray());
    }

    private static Slice upwards(Slice slice) {
        return new Slice(slice.y(), slice.x(), slice.yType(), slice.xType());
    }

    private static Slice dates(double... dates) {
        double[] numbers = new Random(dates.length).doubles(dates.length).toArray();
        return new Slice(dates, numbers, ColumnType.TIME, ColumnType.NUMBER);
    }
}
