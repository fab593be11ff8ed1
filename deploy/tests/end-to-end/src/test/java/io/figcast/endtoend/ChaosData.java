package io.figcast.endtoend;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.testing.PostgresServer;

/**
 * The data of a chaos run. Every row says whose it is and of which generation of its file, so that an answer that mixes two,
 * or that belongs to another category, is seen by looking at it.
 */
final class ChaosData {

    /** A few categories that everyone asks for; their file is replaced all the time, and put back. */
    static final String SHARED = "shared";
    /** A category for each request, so that a request that is lost is not hidden by the next one. */
    static final String EACH = "each";
    /** Its file grows by a category, which is asked for at once. */
    static final String ARRIVALS = "arrivals";
    /** The same few categories in PostgreSQL, which hangs and returns. */
    static final String DATABASE = "database";

    static final int FEW = 12;
    static final int MANY = 40_000;
    private static final int ROWS = 40;
    private static final int GENERATIONS = 800;

    private final Path directory;
    private final PostgresServer postgres;
    private final Set<Integer> placed = ConcurrentHashMap.newKeySet();
    private final Map<String, String> rowsOfVersions = new ConcurrentHashMap<>();
    private volatile int generation;
    private int newest;

    ChaosData(Path directory, PostgresServer postgres) {
        this.directory = directory;
        this.postgres = postgres;
        write(file(EACH), IntStream.range(0, MANY)
                .mapToObj(n -> name(n) + ',' + n + ",0\n" + name(n) + ',' + n + ",1\n").collect(csv()));
        write(file(ARRIVALS), Stream.of(rowsOfArrival(0)).collect(csv()));
        place(0);
        try {
            postgres.execute("create table readings (category text, x float8, y float8)",
                    "insert into readings select 'category ' || c, i, c * 1000 + i from generate_series(0, " + (FEW - 1)
                            + ") c, generate_series(0, " + (ROWS - 1) + ") i");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of("figcast.data-directories", directory.toString(),
                "figcast.catalogue.check-every", "2s", "figcast.memo.failure-ttl", "2s",
                "figcast.datasets." + SHARED + ".simulated-cost", "300ms"));
        for (String dataset : Set.of(SHARED, EACH, ARRIVALS)) {
            String prefix = "figcast.datasets." + dataset + '.';
            settings.putAll(Map.of(prefix + "file", file(dataset).toString(), prefix + "category-column", "category",
                    prefix + "x-column", "x", prefix + "y-column", "y"));
        }
        String prefix = "figcast.datasets." + DATABASE + '.';
        settings.putAll(Map.of(prefix + "url", postgres.url(), prefix + "username", PostgresServer.USER, prefix + "password",
                PostgresServer.PASSWORD, prefix + "deadline", "5s", prefix + "categories-query",
                "select distinct category from readings order by 1", prefix + "slice-query",
                "select x, y from readings where category = ? order by x"));
        return settings;
    }

    PostgresServer postgres() {
        return postgres;
    }

    static String name(int n) {
        return "category " + n;
    }

    /** Puts a generation of the shared file that was never there in the place of the present one. */
    synchronized int replace() {
        int before = generation;
        newest = (newest + 1) % GENERATIONS;
        place(newest);
        return before;
    }

    /** Puts an earlier generation there again. */
    synchronized void putBack(int earlier) {
        place(earlier);
    }

    int placements() {
        return placed.size();
    }

    private void place(int next) {
        placed.add(next);
        Path beside = directory.resolve("next.csv");
        write(beside, IntStream.range(0, FEW).boxed().flatMap(c -> IntStream.range(0, ROWS)
                .mapToObj(i -> name(c) + ',' + (100_000 + next * 100 + i) + ',' + (c * 1_000 + i) + '\n')).collect(csv()));
        try {
            Files.move(beside, file(SHARED), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        generation = next;
    }

    /** Appends the rows of a category that was never there, in one go. */
    void arrive(int n) {
        try {
            Files.writeString(file(ARRIVALS), rowsOfArrival(n), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rowsOfArrival(int n) {
        return name(n) + ',' + n + ",0\n" + name(n) + ',' + n + ",1\n";
    }

    /** What is wrong with an answer that has figures, or nothing. */
    String wrongWith(String dataset, int category, JsonNode answer) {
        String points = null;
        for (JsonNode figure : answer.path("figures")) {
            JsonNode trace = figure.path("data").path(0);
            String here = trace.path("x") + " " + trace.path("y");
            if (points != null && !points.equals(here)) {
                return "figures of different rows";
            }
            points = here;
        }
        String before = rowsOfVersions.putIfAbsent(answer.path("version").asText(), String.valueOf(points));
        if (before != null && !before.equals(points)) {
            return "other rows under the version " + answer.path("version").asText();
        }
        JsonNode x = answer.path("figures").path(0).path("data").path(0).path("x");
        JsonNode y = answer.path("figures").path(0).path("data").path(0).path("y");
        return switch (dataset) {
            case SHARED -> {
                int of = generationOf(answer);
                yield !placed.contains(of) ? "rows of a generation that never was: " + of
                        : isRow(x, y, ROWS, i -> 100_000 + of * 100 + i, i -> category * 1_000 + i);
            }
            case DATABASE -> isRow(x, y, ROWS, i -> i, i -> category * 1_000 + i);
            default -> isRow(x, y, 2, i -> category, i -> i);
        };
    }

    /** Whether an answer about the shared file has the rows that lie in it now. */
    boolean isPresent(JsonNode answer) {
        return generationOf(answer) == generation;
    }

    private static int generationOf(JsonNode answer) {
        int first = answer.path("figures").path(0).path("data").path(0).path("x").path(0).asInt(-1);
        return (first - 100_000) / 100;
    }

    /** A column's value in a row. */
    private interface Value {
        double at(int row);
    }

    private static String isRow(JsonNode x, JsonNode y, int rows, Value xs, Value ys) {
        if (x.size() != rows || y.size() != rows) {
            return x.size() + " and " + y.size() + " values instead of " + rows;
        }
        for (int i = 0; i < rows; i++) {
            if (x.get(i).asDouble() != xs.at(i) || y.get(i).asDouble() != ys.at(i)) {
                return "row " + i + " is " + x.get(i) + ", " + y.get(i);
            }
        }
        return "";
    }

    private Path file(String dataset) {
        return directory.resolve(dataset + ".csv");
    }

    private static java.util.stream.Collector<CharSequence, ?, String> csv() {
        return Collectors.joining("", "category,x,y\n", "");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
