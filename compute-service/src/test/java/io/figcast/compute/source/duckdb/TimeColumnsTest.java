package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.duckdb.RowList.Row;
import io.figcast.compute.source.duckdb.column.Sql;
import io.figcast.compute.source.duckdb.column.StatedType;

class TimeColumnsTest extends WithFiles {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2000-01-31                       | 2000-01-31T00:00:00Z
            2000/01/31                       | 2000-01-31T00:00:00Z
            2000-1-5                         | 2000-01-05T00:00:00Z
            2000-02                          | 2000-02-01T00:00:00Z
            2000-01-31 12:30                 | 2000-01-31T12:30:00Z
            2000-01-31T12:30:00.5            | 2000-01-31T12:30:00.500Z
            2000-01-31T12:30:00Z             | 2000-01-31T12:30:00Z
            2000-01-31T12:30:00+02:00        | 2000-01-31T10:30:00Z
            2000-01-31 12:30:00 -0500        | 2000-01-31T17:30:00Z
            2000-01-31 12:30:00 Europe/Berlin | 2000-01-31T11:30:00Z
            20000131T123000Z                 | 2000-01-31T12:30:00Z
            0099-12-31                       | 0099-12-31T00:00:00Z
            Jan 1 2000                       | 2000-01-01T00:00:00Z
            January 31, 2000                 | 2000-01-31T00:00:00Z
            31 Jan 2000 08:15                | 2000-01-31T08:15:00Z
            31-Jan-00                        | 2000-01-31T00:00:00Z
            Mon Jan 31 2000                  | 2000-01-31T00:00:00Z
            Jan-31-2000                      | 2000-01-31T00:00:00Z
            Jan 2000                         | 2000-01-01T00:00:00Z
            1/31/2000                        | 2000-01-31T00:00:00Z
            1/8/90 0:00                      | 1990-01-08T00:00:00Z
            31/1/2000                        | 2000-01-31T00:00:00Z
            31.01.2000 23:59:59              | 2000-01-31T23:59:59Z
            1/31/2000 11:05 PM               | 2000-01-31T23:05:00Z
            08:15                            | 1970-01-01T08:15:00Z
            23:59:59.25                      | 1970-01-01T23:59:59.250Z
            """)
    void textThatIsPlainlyATimeIsOne(String text, Instant time) throws IOException {
        write("a.csv", "c,x,y\na,\"" + text + "\",1\n");
        RowList rows = read(sources.of("a.csv", "c", "x", "y"), "a");

        assertThat(rows.types()).isEqualTo(new ColumnTypes(ColumnType.TIME, ColumnType.NUMBER));
        assertThat(rows.rows()).containsExactly(new Row(time.toEpochMilli(), 1));
    }

    @ParameterizedTest
    @CsvSource({ "epoch-seconds,949276800.5", "epoch-milliseconds,949276800500" })
    void numbersAreTimesWhereToldSo(String type, String value) throws IOException {
        write("a.csv", "c,x,y\na," + value + ",1\n");
        StatedType stated = type.equals("epoch-seconds") ? StatedType.EPOCH_SECONDS : StatedType.EPOCH_MILLISECONDS;
        RowList rows = read(told(stated), "a");

        assertThat(rows.types().x()).isEqualTo(ColumnType.TIME);
        assertThat(rows.rows()).containsExactly(new Row(949276800500.0, 1));
    }

    @ParameterizedTest
    @CsvSource({ "2000,946684800000", "20000131,949276800000" })
    void digitsAreTimesWhereToldSo(String digits, double time) throws IOException {
        write("a.csv", "c,x,y\na," + digits + ",1\n");

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "a").types()).isEqualTo(ColumnTypes.NUMBERS);
        assertThat(read(told(StatedType.TIME), "a").rows()).containsExactly(new Row(time, 1));
    }

    @Test
    void theOrderOfDayAndMonthIsTheOneThatFitsAll() throws IOException {
        write("a.csv", "c,x,y\na,1/2/2000,1\na,31/1/2000,2\n");

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "a").rows()).containsExactly(
                new Row(Instant.parse("2000-02-01T00:00:00Z").toEpochMilli(), 1),
                new Row(Instant.parse("2000-01-31T00:00:00Z").toEpochMilli(), 2));
    }

    @Test
    void valueThatIsNoTimeIsNamed() throws IOException {
        write("a.csv", "c,x,y\na,2000-01-01,1\na,2000-01-02,1\nb,soon,1\nb,NA,2\n");
        FileSource source = sources.of("a.csv", "c", "x", "y");

        assertThatThrownBy(() -> read(source, "b")).hasMessage("column x holds 'soon', which is not a time");
        assertThat(read(source, "a").rows()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATE '2000-01-31'                                | 949276800000
            TIMESTAMP '2000-01-31 00:00:00.123456'           | 949276800123.456
            TIMESTAMP_S '2000-01-31 00:00:01'                | 949276801000
            TIMESTAMP_MS '2000-01-31 00:00:00.5'             | 949276800500
            TIMESTAMP_NS '2000-01-31 00:00:00.000000500'     | 949276800000.0005
            TIMESTAMPTZ '2000-01-31 02:00:00+02'             | 949276800000
            TIME '00:00:01.5'                                | 1500
            """)
    void typedTimesAreRead(String value, double time) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:"); var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'a' AS c, " + value + " AS x, 1 AS y) TO "
                    + Sql.literal(directory.resolve("a.parquet").toString()) + " (FORMAT parquet)");
        }
        RowList rows = read(sources.of("a.parquet", "c", "x", "y"), "a");

        assertThat(rows.types().x()).isEqualTo(ColumnType.TIME);
        assertThat(rows.rows()).containsExactly(new Row(time, 1));
    }

    @Test
    void timesOfJsonAreRead() throws IOException {
        write("a.json", "[{\"c\":\"a\",\"x\":\"Jan 1 2000\",\"y\":1},{\"c\":\"a\",\"x\":\"Feb 1 2000\",\"y\":2}]");

        assertThat(read(sources.of("a.json", "c", "x", "y"), "a").rows()).startsWith(new Row(946684800000.0, 1));
    }

    private FileSource told(StatedType x) {
        NamedColumns named = WantedColumns.of("c", "x", "y").named();
        return sources.of("a.csv", new WantedColumns(named, x, StatedType.BY_CONTENT), FileSources.MOST);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private static RowList read(FileSource source, String category) {
        RowList rows = new RowList();
        source.open(category).read(rows);
        return rows;
    }
}
