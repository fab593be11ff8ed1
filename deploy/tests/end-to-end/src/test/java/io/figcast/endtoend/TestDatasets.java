package io.figcast.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The datasets that the tests of the page need besides those that Figcast comes with. */
final class TestDatasets {

    private TestDatasets() {
    }

    /** Writes their files and the settings that name them. */
    static Path write(Path directory) throws IOException {
        Files.writeString(directory.resolve("hostile.csv"), hostile());
        Files.writeString(directory.resolve("large.csv"), normal("many", 60_000, 7));
        Files.writeString(directory.resolve("aging.csv"), normal("old", 200, 8));
        Files.writeString(directory.resolve("flaky.csv"), normal("moody", 300, 9));
        Files.writeString(directory.resolve("brief.csv"), normal("moment", 200, 10));
        Files.writeString(directory.resolve("wide.csv"), normal("far", 60_000, 11) + "far,1e6,1e6\n");
        Files.writeString(directory.resolve("huge.csv"), normal("most", 60_000, 12));
        Files.writeString(directory.resolve("days.csv"), days());
        Files.writeString(directory.resolve("broken.csv"), "kind,x,y\nwords,1,one\nwords,2,two\n");
        return Files.writeString(directory.resolve("test.properties"), ofFiles(directory) + """
                figcast.data-directories=%1$s
                figcast.datasets.days.file=%1$s/days.csv
                figcast.datasets.hostile.title=<b onclick="alert(1)">Hostile</b>
                figcast.datasets.hostile.x-title=<a href="javascript:alert(1)">x</a>
                figcast.datasets.aging.ttl=1h
                figcast.datasets.aging.stale-after=20s
                figcast.datasets.brief.ttl=40s
                figcast.datasets.brief.stale-after=6s
                # Not among the files of its fingerprint: it can be taken away without the slice becoming another one.
                figcast.datasets.flaky.url=jdbc:duckdb:
                figcast.datasets.flaky.categories-query=SELECT 'moody'
                figcast.datasets.flaky.slice-query=SELECT x, y FROM read_csv('%1$s/flaky.csv') WHERE kind = ?
                figcast.datasets.huge.reduce-above=50000
                figcast.memo.failure-ttl=5s
                figcast.streams.heartbeat=3s
                """.formatted(directory));
    }

    private static String ofFiles(Path directory) {
        return Stream.of("hostile", "large", "aging", "brief", "wide", "huge", "broken").map(name -> """
                figcast.datasets.%1$s.file=%2$s/%1$s.csv
                figcast.datasets.%1$s.category-column=kind
                figcast.datasets.%1$s.x-column=x
                figcast.datasets.%1$s.y-column=y
                """.formatted(name, directory)).collect(Collectors.joining());
    }

    /** Ten thousand names, each an attempt to be more than text. */
    static String hostileName(int i) {
        return switch (i % 10) {
            case 0 -> "<img src=x onerror=\"window.ran=" + i + "\">";
            case 1 -> "<script>window.ran=" + i + "</script>";
            case 2 -> "\"><svg onload='window.ran=" + i + "'>";
            case 3 -> "javascript:window.ran=" + i;
            case 4 -> "'); window.ran=" + i + "; ('";
            case 5 -> "${window.ran=" + i + "} {{" + i + "}} {words:help}";
            case 6 -> "<a href=\"javascript:window.ran=" + i + "\">click</a>";
            case 7 -> "</template></textarea></title><script>window.ran=" + i + "</script>";
            case 8 -> "%3Cscript%3Ewindow.ran=" + i + "%3C/script%3E/../&category=apples#" + i;
            default -> "\u202e<b style=\"position:fixed\">" + i + "</b>\u0007 'a' `b` $(c)";
        };
    }

    private static String hostile() {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> '"' + hostileName(i).replace("\"", "\"\"") + "\"," + i % 7 + "," + i % 11 + "\n")
                .collect(Collectors.joining("", "kind,x,y\n", ""));
    }

    /** Times that are not in their order, a category without a value, and a line with a column too many. */
    private static String days() {
        return IntStream.range(0, 1_200)
                .mapToObj(i -> "sunny,%s,%d.5,%d%n".formatted(LocalDate.of(2001, 1, 1).plusDays(i * 7L % 1_200), i % 40, i % 9))
                .collect(Collectors.joining("", "kind,day,heat,wind\nunknown,2001-01-01,,1\nunknown,,3,1\n",
                        "cloudy,2001-05-01,7,3,4\n"))
                + "cloudy,2001-05-01,7,3\ncloudy,2001-05-03,8,1\n";
    }

    private static String normal(String kind, int rows, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(i -> kind + "," + random.nextGaussian() + "," + random.nextGaussian() + "\n")
                .collect(Collectors.joining("", "kind,x,y\n", ""));
    }
}
