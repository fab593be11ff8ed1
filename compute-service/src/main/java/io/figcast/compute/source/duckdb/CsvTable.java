package io.figcast.compute.source.duckdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.figcast.compute.source.csv.CsvLayout;
import io.figcast.compute.source.csv.Encoding;
import io.figcast.compute.source.duckdb.column.FileColumn;
import io.figcast.compute.source.duckdb.column.Sql;
import io.figcast.compute.source.files.DataFile;
import io.figcast.compute.source.files.DataFiles;

/** Text files as one table. Each is read as its own head says; those that follow each other and are alike are read together. */
record CsvTable(List<Part> parts) {

    private static final String ONE_BY_ONE = "ignore_errors = true";

    /** Files of one layout. */
    record Part(CsvLayout layout, List<DataFile> files) {

        String sql(String onError) {
            String columns = layout.columns().stream().map(name -> Sql.literal(name) + ": 'VARCHAR'")
                    .collect(Collectors.joining(", ", "{", "}"));
            return "read_csv(" + Sql.list(files.stream().map(file -> file.path().toString()).toList())
                    + ", auto_detect = false, delim = " + Sql.literal(String.valueOf(layout.separator()))
                    + ", quote = '\"', escape = '\"', header = " + layout.header() + ", skip = " + layout.skipped()
                    + ", encoding = " + Sql.literal(layout.encoding().engineName()) + ", columns = " + columns + ", " + onError
                    + ")";
        }
    }

    /** @param copies makes copies of files in an encoding that DuckDB does not read */
    static CsvTable of(List<DataFile> files, OptionalInt separator, DataFiles copies) {
        List<Part> parts = new ArrayList<>();
        for (DataFile original : files) {
            CsvLayout found = CsvLayout.of(original, separator);
            boolean copied = found.encoding().isCopied();
            DataFile file = copied ? copies.copy(original, to -> found.copy(original, to)) : original;
            CsvLayout layout = copied ? found.in(Encoding.UTF_8) : found;
            Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last != null && last.layout.equals(layout)) {
                last.files.add(file);
            } else {
                parts.add(new Part(layout, new ArrayList<>(List.of(file))));
            }
        }
        return new CsvTable(parts);
    }

    List<String> columns() {
        return parts.stream().flatMap(part -> part.layout.columns().stream()).distinct().toList();
    }

    /** Leaves out what cannot be read. */
    FileTable table() {
        return new FileTable(sql(ONE_BY_ONE), sql(Unreadable.KEPT), false, columns().stream().map(FileColumn::text).toList());
    }

    boolean usesDecimalCommas() {
        return parts.stream().anyMatch(part -> part.layout.separator() == ';');
    }

    /** With the files whose head was plain ASCII read as Windows-1252, because the rest is not UTF-8. */
    CsvTable inWindows1252(DataFiles copies) {
        return new CsvTable(parts.stream().map(part -> {
            CsvLayout layout = part.layout.in(Encoding.WINDOWS_1252);
            return part.layout.encoding() != Encoding.ASCII ? part
                    : new Part(layout.in(Encoding.UTF_8),
                            part.files.stream().map(file -> copies.copy(file, to -> layout.copy(file, to))).toList());
        }).toList());
    }

    boolean hasSeveralFiles() {
        return parts.size() > 1 || parts.get(0).files.size() > 1;
    }

    boolean mayBeWindows1252() {
        return parts.stream().anyMatch(part -> part.layout.encoding() == Encoding.ASCII);
    }

    /** A line of one of the files. */
    record Location(String file, long line, int columns) {

        String words(boolean withFile) {
            return "line " + line + (withFile ? " of " + file : "");
        }
    }

    /**
     * Where a record stands.
     *
     * @param record its number; DuckDB counts a record of several lines as one
     * @param position of its first byte, which DuckDB knows as it stands in the file only in UTF-8
     */
    Location location(String path, long record, long position) {
        for (Part part : parts) {
            for (DataFile file : part.files) {
                if (file.path().toString().equals(path)) {
                    return new Location(file.name(), line(part.layout, file, record, position), part.layout.columns().size());
                }
            }
        }
        throw new IllegalArgumentException("none of the files");
    }

    private static long line(CsvLayout layout, DataFile file, long record, long position) {
        try {
            return switch (layout.encoding()) {
                case ASCII, UTF_8 -> CsvLayout.lineOf(file, position);
                case UTF_16, UTF_16_BIG_ENDIAN, WINDOWS_1252 -> record;
            };
        } catch (IOException e) {
            return record;
        }
    }

    private String sql(String onError) {
        if (parts.size() == 1) {
            return parts.get(0).sql(onError);
        }
        return parts.stream().map(part -> "SELECT * FROM " + part.sql(onError))
                .collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
    }
}
