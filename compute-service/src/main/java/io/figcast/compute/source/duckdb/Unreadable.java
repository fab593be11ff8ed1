package io.figcast.compute.source.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/**
 * The lines of text files that could not be read, as DuckDB keeps them while it reads.
 *
 * @param lines how many, at most {@link #MOST}
 * @param first what is wrong with the first; empty where there is none
 * @param encoding whether one is not in the encoding of the file
 */
record Unreadable(long lines, String first, boolean encoding) {

    static final Unreadable NONE = new Unreadable(0, "", false);
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
            CsvTable.Place place = table.place(row.getString("file_path"), row.getLong("line"), row.getLong(3));
            if (row.getBoolean("swallowed")) {
                throw new SourceFailedException(Messages.bounded(place.words(true) + " has a quote that is not closed"), null);
            }
            return new Unreadable(row.getLong("lines"), place.words(table.hasSeveralFiles()) + ": "
                    + words(row.getString("problem"), row.getLong("found"), place.columns()), row.getBoolean("encoding"));
        }
    }

    /** One sentence. */
    String words(String file) {
        return (lines >= MOST ? "at least " : "") + lines + (lines == 1 ? " line of " : " lines of ") + file
                + " could not be read, the first is " + first;
    }

    private static String words(String problem, long found, int columns) {
        return switch (problem) {
            case "TOO MANY COLUMNS", "MISSING COLUMNS" ->
                found + (found == 1 ? " column" : " columns") + " instead of " + columns;
            case "UNQUOTED VALUE" -> "a quote that is not closed, or text behind a closing one";
            case "LINE SIZE OVER MAXIMUM" -> "it is too long";
            default -> "it is not in the encoding of the file";
        };
    }
}
