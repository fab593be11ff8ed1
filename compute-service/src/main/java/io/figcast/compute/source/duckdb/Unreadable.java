package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.Note;

/**
 * The lines of text files that could not be read, as DuckDB keeps them while it reads.
 *
 * @param lines how many, at most {@link #MOST}
 * @param first the first one
 * @param encoding whether one is not in the encoding of the file
 */
record Unreadable(long lines, First first, boolean encoding) {

    static final Unreadable NONE = new Unreadable(0, new First("", 0, "", Problem.ENCODING, 0, 0), false);
    static final int MOST = 100_000;
    /** The option that makes DuckDB keep them. */
    static final String KEPT = "store_rejects = true, rejects_limit = " + MOST;

    /** DuckDB keeps no more of a line. A quote that is open for so long has swallowed the rest of the file. */
    private static final int LONGEST_KEPT = 10_000;
    private static final String BY_LINE = """
            WITH lines AS (SELECT scan_id, file_id, line, min(line_byte_position) AS place, max(column_idx) AS found,
                min(error_type) AS problem, any_value(csv_line) AS text FROM reject_errors GROUP BY scan_id, file_id, line),
            counted AS (SELECT *, CASE WHEN problem = 'UNQUOTED VALUE'
                THEN 1 + length(trim(text, chr(10) || chr(13))) - length(replace(trim(text, chr(10) || chr(13)), chr(10), ''))
                ELSE 1 END AS lost, length(text) - length(ltrim(text, chr(10) || chr(13))) AS blank FROM lines)
            SELECT file_path, line, place + blank, problem, found,
                problem = 'UNQUOTED VALUE' AND length(text) >= %d AS swallowed, sum(lost) OVER () AS lines,
                bool_or(problem = 'INVALID ENCODING') OVER () AS encoding
            FROM counted LEFT JOIN reject_scans USING (scan_id, file_id) ORDER BY swallowed DESC, scan_id, file_id, line
            LIMIT 1""".formatted(LONGEST_KEPT);

    /** Makes DuckDB forget what earlier queries on this connection could not read. */
    static void forget(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS reject_errors");
            statement.execute("DROP TABLE IF EXISTS reject_scans");
        }
    }

    /** What queries on this connection could not read of text files. */
    static Unreadable by(DuckDBConnection connection, CsvTable table) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(BY_LINE)) {
            if (!row.next()) {
                return NONE;
            }
            CsvTable.Location location = table.location(row.getString("file_path"), row.getLong("line"), row.getLong(3));
            if (row.getBoolean("swallowed")) {
                throw new SourceFailedException(Messages.bounded(location.words(true) + " has a quote that is not closed"),
                        null);
            }
            First first = new First(location.file(), location.line(), location.words(table.hasSeveralFiles()),
                    Problem.of(row.getString("problem")), row.getLong("found"), location.columns());
            return new Unreadable(row.getLong("lines"), first, row.getBoolean("encoding"));
        }
    }

    /** One sentence. */
    String words(String file) {
        return Messages.bounded((lines >= MOST ? "at least " : "") + lines + (lines == 1 ? " line of " : " lines of ") + file
                + " could not be read, the first is " + first.place + ": " + first.words());
    }

    /** The same with its parts. */
    Note note(String file, int files) {
        Map<String, String> values = new HashMap<>();
        values.put("lines", Long.toString(lines));
        values.put("files", Integer.toString(files));
        values.put("file", Messages.bounded(first.file));
        values.put("line", Long.toString(first.line));
        values.put("problem", first.problem.name());
        if (first.problem == Problem.COLUMNS) {
            values.put("found", Long.toString(first.found));
            values.put("columns", Integer.toString(first.columns));
        }
        return new Note("LINES_LEFT_OUT",
                Messages.bounded(words(file) + (lines == 1 ? "; it was left out" : "; they were left out")), values);
    }

    /** What is wrong with a line. */
    private enum Problem {
        COLUMNS,
        QUOTE,
        LENGTH,
        ENCODING;

        static Problem of(String theirs) {
            return switch (theirs) {
                case "TOO MANY COLUMNS", "MISSING COLUMNS" -> COLUMNS;
                case "UNQUOTED VALUE" -> QUOTE;
                case "LINE SIZE OVER MAXIMUM" -> LENGTH;
                default -> ENCODING;
            };
        }
    }

    /** The first of the lines: where it stands, how that is said, and how many columns it has instead of how many. */
    private record First(String file, long line, String place, Problem problem, long found, int columns) {

        String words() {
            return switch (problem) {
                case COLUMNS -> found + (found == 1 ? " column" : " columns") + " instead of " + columns;
                case QUOTE -> "an unclosed quote, or text after a closing one";
                case LENGTH -> "it is too long";
                case ENCODING -> "it is not in the encoding of the file";
            };
        }
    }
}
