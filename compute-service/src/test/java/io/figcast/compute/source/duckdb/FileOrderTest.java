package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of rows, which is the order of a line's points: the same in every run and on every replica. */
class FileOrderTest {

    private static final int FILES = 4;
    private static final int ROWS = 40_000;
    private static final int READINGS = 12;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "csv", "jsonl" })
    void rowsComeInTheOrderOfTheFilesHoweverManyAreReadAtOnce(String ending) throws IOException {
        String head = ending.equals("csv") ? "c,x,y\n" : "";
        String row = ending.equals("csv") ? "a,%d,0\n" : "{\"c\":\"a\",\"x\":%d,\"y\":0}\n";
        for (int file = 0; file < FILES; file++) {
            Files.writeString(directory.resolve("part" + file + "." + ending),
                    IntStream.range(file * ROWS, (file + 1) * ROWS).mapToObj(row::formatted)
                            .collect(Collectors.joining("", head, "")));
        }
        List<Integer> broken;
        try (FileSources sources = new FileSources(directory)) {
            FileSource source = sources.of("part*." + ending, "c", "x", "y");
            broken = IntStream.range(0, READINGS).parallel().map(n -> firstOutOfOrder(source)).filter(at -> at >= 0).boxed()
                    .toList();
        }

        assertThat(broken).as("rows that are not where they stand in the files").isEmpty();
    }

    @Test
    void bothInstancesShareTheMemory() {
        assertThat(DuckDb.half("2GB")).isEqualTo("1GB");
        assertThat(DuckDb.half("1.5 GiB")).isEqualTo("0.75 GiB");
        assertThat(DuckDb.half("512MB")).isEqualTo("256MB");
    }

    private static int firstOutOfOrder(FileSource source) {
        RowList list = new RowList();
        source.open("a").read(list);
        List<RowList.Row> rows = list.rows();
        assertThat(rows).hasSize(FILES * ROWS);
        return IntStream.range(0, rows.size()).filter(n -> rows.get(n).x() != n).findFirst().orElse(-1);
    }
}
