package io.figcast.compute.source.duckdb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of data files that DuckDB reads, told by their names, compressed or not. */
enum Format {
    CSV(List.of(".csv"), "read_csv", TextFormats.CSV),
    TSV(List.of(".tsv", ".tab"), "read_csv", TextFormats.CSV + ", delim = '\t'"),
    JSON(List.of(".json", ".jsonl", ".ndjson"), "read_json", ""),
    PARQUET(List.of(".parquet", ".parq"), "read_parquet", "");

    private final List<String> endings;
    private final String function;
    private final String options;

    Format(List<String> endings, String function, String options) {
        this.endings = endings;
        this.function = function;
        this.options = options;
    }

    static Optional<Format> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        for (Format format : values()) {
            if (format.endings.stream().anyMatch(name::endsWith)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Whether several threads that read it hand over its rows in the order in which they stand. */
    boolean keepsItsOrderInParallel() {
        return this == PARQUET;
    }

    static String allEndings() {
        return ".csv, .tsv, .json, .jsonl, .ndjson (each also .gz) and .parquet";
    }

    /** A table function over the files, columns matched by name where there are several. */
    String over(List<String> paths) {
        String several = paths.size() > 1 ? ", union_by_name = true" : "";
        return function + "(" + Sql.list(paths) + options + several + ")";
    }

    /** The same, reading only these columns. */
    String over(List<String> paths, List<String> columns) {
        if (this != JSON) {
            return over(paths);
        }
        // As text throughout: DuckDB would guess dates and numbers, and a category is what stands in the data.
        String asText = columns.stream().distinct().map(column -> Sql.literal(column) + ": 'VARCHAR'")
                .reduce((a, b) -> a + ", " + b).orElseThrow();
        return function + "(" + Sql.list(paths) + ", columns = {" + asText + "})";
    }

    /** The options of text files. */
    private static final class TextFormats {

        /** As text throughout, so that a category 01 stays 01; RFC 4180 quoting whatever the first lines look like. */
        static final String CSV = ", header = true, all_varchar = true, quote = '\"', escape = '\"', comment = '', skip = 0";
    }
}
