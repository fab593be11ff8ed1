package io.figcast.compute.source.duckdb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.files.DataFile;

/** The kinds of data files that are read, recognised by name, compressed or not. */
enum Format {
    CSV("read_csv", ".csv", ".txt"),
    TSV("read_csv", ".tsv", ".tab"),
    JSON("read_json", ".json", ".jsonl", ".ndjson"),
    PARQUET("read_parquet", ".parquet", ".parq");

    private final String function;
    private final List<String> endings;

    Format(String function, String... endings) {
        this.function = function;
        this.endings = List.of(endings);
    }

    /** The one kind that all files are of. */
    static Format of(List<DataFile> files) {
        String name = files.get(0).name();
        Format format = of(name).orElseThrow(() -> new SourceFailedException(
                Messages.bounded("file " + name + " is of an unknown kind; known are " + allEndings()), null));
        files.stream().filter(file -> of(file.name()).filter(format::equals).isEmpty()).findFirst().ifPresent(other -> {
            throw new SourceFailedException(
                    Messages.bounded("files " + name + " and " + other.name() + " are of different kinds"), null);
        });
        return format;
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

    String function() {
        return function;
    }

    boolean isText() {
        return this == CSV || this == TSV;
    }

    /** The separator of the columns, where the kind says it. */
    OptionalInt separator() {
        return this == TSV ? OptionalInt.of('\t') : OptionalInt.empty();
    }

    /** Whether several threads that read it hand over its rows in the order in which they stand. */
    boolean keepsItsOrderInParallel() {
        return this == PARQUET;
    }

    private static String allEndings() {
        return ".csv, .tsv, .json, .jsonl, .ndjson (each also .gz or .zst) and .parquet";
    }
}
