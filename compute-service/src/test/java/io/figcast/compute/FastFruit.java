package io.figcast.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service as it is, with queries that cost nothing, and datasets that behave badly. */
public class FastFruit implements QuarkusTestProfile {

    /** A file that nobody names the columns of, of this process alone; a test may write it anew. */
    public static final Path AXES = Path.of("target/growing/" + ProcessHandle.current().pid() + "/axes.csv");
    public static final String AXES_ROWS = """
            kind,day,height,width,note
            pine,2001-05-01,1.5,10.25,a
            pine,2001-05-02,2.5,20.25,b
            oak,2001-05-03,3.5,30.25,c
            oak,2001-05-04,4.5,40.25,d
            """;

    /** A file that a test may append to, of this process alone: category, x and y. */
    public static final Path GROWING = Path.of("target/growing/" + ProcessHandle.current().pid() + "/growing.csv");

    /** Of the dataset {@code many}: how many there are, which one has too many rows, and which one an odd value. */
    public static final int CATEGORIES = 5_000;
    public static final int LARGE = 2_345;
    public static final int ODD = 3_456;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Stream.of(growing(), many(), counted(),
                Map.of("figcast.datasets.sold.url", "jdbc:duckdb:", "figcast.datasets.sold.query",
                        "select * from (values ('tea', 1.5, 2.5, 3.5), ('tea', 4.5, 5.5, 6.5)) t(kind, x, y, z)",
                        "figcast.datasets.sold.category-column", "kind"),
                Map.of("figcast.datasets.fruit.simulated-cost", "0s",
                        "figcast.memo.failure-ttl", "3s",
                        "figcast.catalogue.check-every", "1s"),
                database("slow", "select unnest(range(20))::varchar", "select 1.0, 2.0 where ? <> ''",
                        "simulated-cost", "1500ms"),
                database("broken", "select unnest(['one', 'two'])", "select error('the weather is bad'), 1.0 where ? <> ''",
                        "max-rows", "10"),
                database("large", "select unnest(['one', 'two'])",
                        "select i::double, i::double from range(300000) t(i) where ? <> '' order by i", "max-rows", "200000"),
                database("chunky", "select unnest(['one', 'two'])",
                        "select i::double, -i::double from range(300000) t(i) where ? <> '' order by i", "max-rows", "300000"),
                database("endless", "select unnest(['one', 'two'])",
                        "select sum(a.i * b.i)::double, 1.0 from range(10000000) a(i), range(10000000) b(i) where ? <> ''",
                        "deadline", "1s"))
                .flatMap(settings -> settings.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> database(String name, String categories, String slice, String setting, String value) {
        String prefix = "figcast.datasets." + name + ".";
        return Map.of(prefix + "url", "jdbc:duckdb:", prefix + "categories-query", categories, prefix + "slice-query", slice,
                prefix + setting, value);
    }

    /** Three rows of each but the large one, and one whose value is no number. */
    private static Map<String, String> many() {
        StringBuilder rows = new StringBuilder("category,x,y\n");
        for (int row = 0; row < 3; row++) {
            for (int category = 0; category < CATEGORIES; category++) {
                rows.append("c").append(category).append(',').append(row).append(',')
                        .append(category == ODD && row == 1 ? "many" : Integer.toString(category * 10 + row)).append('\n');
            }
        }
        for (int row = 3; row <= 100; row++) {
            rows.append("c").append(LARGE).append(',').append(row).append(",0\n");
        }
        try {
            Files.createDirectories(GROWING.getParent());
            Files.writeString(GROWING.resolveSibling("many.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("figcast.datasets.many.file", "many.csv", "figcast.datasets.many.category-column", "category",
                "figcast.datasets.many.x-column", "x", "figcast.datasets.many.y-column", "y",
                "figcast.datasets.many.max-rows", "100");
    }

    /** One category of so many rows that it is reduced, and one of fewer. */
    private static Map<String, String> counted() {
        StringBuilder rows = new StringBuilder("category,x,y\n");
        for (int row = 0; row < 6_000; row++) {
            rows.append("large,").append(row * 7 % 1_000).append(',').append(row % 13).append('\n');
            rows.append(row % 6 == 0 ? "small,1,2\n" : "");
        }
        try {
            Files.createDirectories(GROWING.getParent());
            Files.writeString(GROWING.resolveSibling("counted.csv"), rows + "large,,1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("figcast.datasets.counted.file", "counted.csv", "figcast.datasets.counted.category-column", "category",
                "figcast.datasets.counted.x-column", "x", "figcast.datasets.counted.y-column", "y",
                "figcast.datasets.counted.reduce-above", "5000");
    }

    private static Map<String, String> growing() {
        try {
            Files.createDirectories(GROWING.getParent());
            Files.writeString(GROWING, "category,x,y\nold,1,2\n");
            Files.writeString(AXES, AXES_ROWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("figcast.data-directories", GROWING.getParent().toString(), "figcast.datasets.growing.file",
                GROWING.getFileName().toString(), "figcast.datasets.growing.category-column", "category",
                "figcast.datasets.growing.x-column", "x", "figcast.datasets.growing.y-column", "y",
                "figcast.datasets.axes.file", AXES.getFileName().toString());
    }
}
