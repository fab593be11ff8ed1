package io.figcast.compute.source.duckdb;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.RunningQuery;

/** Makes the table in {@code docs/files.md}: what each of the given files leads to when nothing but the file is named. */
public final class FilesTable {

    private FilesTable() {
    }

    public static void main(String... paths) {
        Path directory = Path.of(paths[0]).toAbsolutePath();
        System.out.println("| file | categories | x | y | rows of the first | |");
        System.out.println("|---|---|---|---|---|---|");
        try (FileSources sources = new FileSources(directory)) {
            Arrays.stream(paths).skip(1).forEach(name -> System.out.println(line(sources, name)));
        }
    }

    private static String line(FileSources sources, String name) {
        try {
            FileSource source = sources.of(name);
            CategoryList list = source.categories(new RunningQuery());
            RowList rows = new RowList();
            source.open(list.categories().get(0)).read(rows);
            return "| " + String.join(" | ", name, words(list), axis(list.description().x().orElse("?"), rows.types().x()),
                    axis(list.description().y().orElse("?"), rows.types().y()),
                    rows.rows().size() + (rows.omitted() > 0 ? ", " + rows.omitted() + " omitted" : ""),
                    list.description().notes().stream().skip(1).map(Note::message).collect(Collectors.joining("; "))) + " |";
        } catch (SourceFailedException e) {
            return "| " + name + " | | | | | " + e.getMessage().replace("|", "\\|") + " |";
        }
    }

    private static String words(CategoryList list) {
        return (list.categories().size() + ": " + String.join(", ", list.categories().stream().limit(2).toList()))
                .replace("|", "\\|");
    }

    private static String axis(String name, ColumnType type) {
        return (type == ColumnType.TIME ? name + " (time)" : name).replace("|", "\\|");
    }
}
