package io.figcast.compute.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.duckdb.RowList;
import io.figcast.compute.source.duckdb.ScannedRows;
import io.figcast.compute.source.files.CopiedFiles;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;

class EmbeddedDatabasesTest {

    static final String HOSTILE = "a'b\"c?%_; drop table m; --";
    static final double MAY = 988_675_200_000.0;

    @TempDir
    Path directory;
    CopiedFiles bundled = new CopiedFiles();
    DatabaseSource source;
    String url;

    @AfterEach
    void close() {
        if (source != null) {
            source.close();
        }
        bundled.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void tableIsReadInTheOrderOfXThenY(String engine) throws SQLException {
        create(engine, "create table m (\"the kind\" text, \"x \"\"1\"\"\" double, y double)",
                "insert into m values ('one', 3, 1), ('one', 1, 2), ('one', 1, 1), ('two', 5, 5), ('one', null, 1), (null, 1, 1)");
        open(new Selection.Table("main.m"), "the kind", "x \"1\"", "y");
        assertThat(categories()).containsExactly("one", "two");
        RowList rows = read("one");
        assertThat(rows.rows()).containsExactly(new RowList.Row(1, 1), new RowList.Row(1, 2), new RowList.Row(3, 1));
        assertThat(rows.omitted()).isOne();
        assertThat(rows.types()).isEqualTo(ColumnTypes.NUMBERS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void queryIsWrappedWhateverItsEnd(String engine) throws SQLException {
        create(engine, "create table m (kind text, x double)", "insert into m values ('one', 1), ('two', 2)");
        open(new Selection.Query("select kind, x, 2 * x as y from m order by x desc -- all of them"), "kind", "x", "y");
        assertThat(categories()).containsExactly("one", "two");
        assertThat(read("two").rows()).containsExactly(new RowList.Row(2, 4));
        source.close();
        open(new Selection.Query("select kind, x, 2 * x as y from m order by x desc;\n"), "kind", "x", "y");
        assertThat(read("two").rows()).containsExactly(new RowList.Row(2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void categoryMayBeAnythingAndIsOnlyAValue(String engine) throws SQLException {
        create(engine, "create table m (kind text, n integer, x double, flag boolean)",
                "insert into m values ('" + HOSTILE.replace("'", "''") + "', 7, 1, true)");
        open(new Selection.Table("m"), "kind", "x", "n");
        assertThat(read(HOSTILE).rows()).containsExactly(new RowList.Row(1, 7));
        assertThat(source.exists(HOSTILE, new RunningQuery())).isTrue();
        assertThat(source.exists("' or 1=1 --", new RunningQuery())).isFalse();
        assertThat(categories()).containsExactly(HOSTILE);
        source.close();
        open(new Selection.Query("select n + 0 as k, x, n from m"), "k", "x", "n");
        assertThat(categories()).containsExactly("7");
        assertThat(read("7").rows()).hasSize(1);
        assertThat(source.exists("8", new RunningQuery())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void timesAreMilliseconds(String engine) throws SQLException {
        create(engine, "create table m (kind text, day date, moment timestamp, y double)",
                "insert into m values ('one', '2001-05-01', '2001-05-01 00:00:00.25', 1)",
                "insert into m values ('two', null, null, 1)");
        open(new Selection.Table("m"), "kind", "day", "moment");
        RowList rows = read("one");
        assertThat(rows.rows()).containsExactly(new RowList.Row(MAY, MAY + 250));
        assertThat(rows.types()).isEqualTo(new ColumnTypes(ColumnType.TIME, ColumnType.TIME));
        assertThat(read("two").omitted()).isOne();
    }

    @Test
    void columnOfSqliteThatHoldsThisAndThatSaysSo() throws SQLException {
        create("sqlite", "create table m (kind text, x, y)",
                "insert into m values ('one', 1, 'soon'), ('two', 1, 2), ('two', 2, '2001-05-01')");
        open(new Selection.Table("m"), "kind", "x", "y");
        assertThatThrownBy(() -> read("one")).isInstanceOf(SourceFailedException.class)
                .hasMessageContaining("column y holds 'soon', which is not a number nor a time such as");
        assertThatThrownBy(() -> read("two")).hasMessageContaining("column y holds '2001-05-01', which is not a number as");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void databaseIsOnlyRead(String engine) throws SQLException {
        create(engine, "create table m (kind text, x double)");
        source = source(
                new Selection.Queries("insert into m values ('one', 1) returning kind", "select x, x from m where kind = ?"));
        assertThatThrownBy(this::categories).isInstanceOf(SourceFailedException.class)
                .message().containsIgnoringCase("read");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void fileThatIsNotThereIsNotMade(String engine) {
        url = "jdbc:" + engine + ":" + directory.resolve("missing.db");
        open(new Selection.Table("m"), "kind", "x", "y");
        assertThatThrownBy(this::categories).isInstanceOf(SourceFailedException.class);
        assertThat(directory.resolve("missing.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void missingTableAndColumnAreNamed(String engine) throws SQLException {
        create(engine, "create table m (kind text, x double, y double)");
        open(new Selection.Table("nothing"), "kind", "x", "y");
        assertThatThrownBy(this::categories).hasMessageContaining("nothing");
        source.close();
        open(new Selection.Table("m"), "kind", "x", "height");
        assertThatThrownBy(() -> read("one")).hasMessageContaining("height");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void cancelEndsAQueryWithoutEnd(String engine) throws SQLException {
        create(engine, "create table m (kind text, x double, y double)");
        open(new Selection.Query("with recursive n(i) as (select 1 union all select i + 1 from n where i < 1e15)"
                + " select 'one' as kind, sum(i) as x, 1 as y from n"), "kind", "x", "y");
        Reading reading = source.open("one");
        var read = CompletableFuture.runAsync(() -> reading.read(new RowList()));
        reading.cancel();
        assertThatThrownBy(() -> read.orTimeout(10, TimeUnit.SECONDS).join())
                .hasRootCauseInstanceOf(SourceFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void whatIsNotNamedIsChosenAndOtherColumnsMayBeDrawn(String engine) throws SQLException {
        create(engine, "create table m (id integer, kind text, day date, y double, \"z \"\"1\"\"\" double, note text)",
                "insert into m values (1, 'one', '2001-05-01', 1.5, 10.5, 'a'), (2, 'one', '2001-05-02', 2.5, 20.5, 'b')",
                "insert into m values (3, 'two', '2001-05-03', 3.5, 30.5, 'c'), (4, 'two', null, 4.5, 40.5, 'd')");
        source = source(new Selection.Columns(new Selection.Table("m"), NamedColumns.NOTHING, List.of()));
        Snapshot before = source.snapshot();
        assertThat(categories()).as("only looked at, since what was chosen belongs to the fingerprint").isEmpty();
        Snapshot chosen = source.snapshot();
        CategoryList list = source.categories(new RunningQuery());

        assertThat(list.categories()).containsExactly("one", "two");
        assertThat(source.snapshot()).isEqualTo(chosen).isNotEqualTo(before);
        assertThat(list.description().axes().own()).contains(new Axes("day", "y"));
        assertThat(list.description().axes().columns()).containsExactly(number("id"),
                new AxesChoice.Column("day", ColumnType.TIME), number("y"), number("z \"1\""));
        assertThat(list.description().notes()).extracting(Note::message)
                .containsExactly("chose category kind, x day, y y; id, z \"1\" could be"
                        + " drawn too; category-column, x-column and y-column override this");
        assertThat(read("one").rows()).containsExactly(new RowList.Row(MAY, 1.5), new RowList.Row(MAY + 86_400_000, 2.5));
        assertThat(read("one", new Axes("z \"1\"", "y")).rows()).containsExactly(new RowList.Row(10.5, 1.5),
                new RowList.Row(20.5, 2.5));
        assertThat(read("two", new Axes("day", "z \"1\"")).omitted()).isOne();
        for (String column : new String[] { "note", "kind", "1", "y\", (select 1) \"" }) {
            assertThatThrownBy(() -> read("one", new Axes(column, "y"))).isInstanceOf(SourceFailedException.class)
                    .hasMessageContaining("not both columns that may be drawn");
        }
        DatabaseSource byName = source(new Selection.Columns(new Selection.Table("m"), "kind", "day", "y"));
        assertThat(byName.snapshot()).as("as if it had been named").isEqualTo(chosen);
        byName.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void listedColumnsMayBeDrawnBesideTheNamedOnes(String engine) throws SQLException {
        create(engine, "create table m (kind text, x double, y double, z double, w double, note text)",
                "insert into m values ('one', 1, 2, 3, 4, 'a')");
        NamedColumns named = new NamedColumns(Optional.of("kind"), Optional.of("x"), Optional.of("y"));
        source = source(new Selection.Columns(new Selection.Query("select * from m"), named, List.of("z", "note")));
        CategoryList list = source.categories(new RunningQuery());

        assertThat(list.categories()).containsExactly("one");
        assertThat(list.description().axes().names()).containsExactly("x", "y", "z");
        assertThat(list.description().notes()).extracting(Note::message)
                .containsExactly("columns names what cannot be drawn: note");
        assertThat(read("one", new Axes("z", "x")).rows()).containsExactly(new RowList.Row(3, 1));
        assertThatThrownBy(() -> read("one", new Axes("w", "x"))).isInstanceOf(SourceFailedException.class);
    }

    @Test
    void withoutALabelAllRowsAreOneCategory() throws SQLException {
        create("sqlite", "create table m (x double, y double)", "insert into m values (1.5, 2), (2.5, 7), (3.5, 1)");
        source = source(new Selection.Columns(new Selection.Table("m"), NamedColumns.NOTHING, List.of()));
        categories();

        assertThat(categories()).containsExactly("all rows");
        assertThat(read("all rows").rows()).hasSize(3);
        assertThat(source.exists("all rows", new RunningQuery())).isTrue();
        assertThat(source.exists("none", new RunningQuery())).isFalse();
    }

    @Test
    void oneColumnToDrawIsTooFew() throws SQLException {
        create("sqlite", "create table m (kind text, y double)", "insert into m values ('one', 1.5)");
        source = source(new Selection.Columns(new Selection.Table("m"), NamedColumns.NOTHING, List.of()));

        assertThatThrownBy(this::categories).isInstanceOf(SourceFailedException.class).hasMessage("a figure of a database"
                + " needs two columns of numbers or of times, and there are kind (text, 1 different), y (numbers, 1 different)");
    }

    private static AxesChoice.Column number(String name) {
        return new AxesChoice.Column(name, ColumnType.NUMBER);
    }

    private RowList read(String category, Axes axes) {
        RowList rows = new RowList();
        source.open(category, axes).read(rows);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void severalCategoriesAreReadByOneQueryAsEachIsAlone(String engine) throws SQLException {
        create(engine, "create table m (kind text, x double, y timestamp)",
                "insert into m values ('one', 3, '2001-05-01'), ('TWO', 1, '2001-05-01'), ('two', 1, null), ('one', 1, '2001-05-01')",
                "insert into m values ('three', 1, '2001-05-02'), (null, 1, '2001-05-02')");
        open(new Selection.Table("m"), "kind", "x", "y");
        List<String> asked = List.of("two", "one", "gone", "TWO", "three");
        ScannedRows scanned = new ScannedRows();
        source.scan(asked, null).read(scanned);

        assertThat(source.share("one")).isZero();
        for (int n = 0; n < asked.size(); n++) {
            RowList alone = read(asked.get(n));
            assertThat(scanned.slice(n).rows()).as(asked.get(n)).isEqualTo(alone.rows());
            assertThat(scanned.slice(n).omitted()).isEqualTo(alone.omitted());
            assertThat(scanned.slice(n).types()).isEqualTo(alone.types());
        }
        assertThat(scanned.slice(1).rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "sqlite", "duckdb" })
    void severalCategoriesOfOtherColumnsAreReadByOneQuery(String engine) throws SQLException {
        create(engine, "create table m (kind text, x double, y double, z double)",
                "insert into m values ('one', 1, 2, 3), ('two', 4, 5, 6), ('one', 0, 1, 9)");
        NamedColumns named = new NamedColumns(Optional.of("kind"), Optional.of("x"), Optional.of("y"));
        source = source(new Selection.Columns(new Selection.Table("m"), named, List.of("z")));
        ScannedRows scanned = new ScannedRows();
        source.scan(List.of("two", "one"), new Axes("z", "x")).read(scanned);

        assertThat(scanned.slice(0).rows()).containsExactly(new RowList.Row(6, 4));
        assertThat(scanned.slice(1).rows()).isEqualTo(read("one", new Axes("z", "x")).rows()).hasSize(2);
    }

    @Test
    void whatSqliteHoldsOfThisAndThatConcernsItsCategoryOnly() throws SQLException {
        create("sqlite", "create table m (kind text, x, y)",
                "insert into m values ('one', 1, 'soon'), ('three', 1, 2), ('two', 1, '2001-05-01')");
        open(new Selection.Table("m"), "kind", "x", "y");
        ScannedRows scanned = new ScannedRows();
        source.scan(List.of("one", "two", "three"), null).read(scanned);

        assertThat(scanned.unfit()).containsOnlyKeys(0);
        assertThat(scanned.slice(1).types().y()).isEqualTo(ColumnType.TIME);
        assertThat(scanned.slice(2).types().y()).isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void whatTheDatabaseDoesNotTellApartIsNotReadTogether() throws SQLException {
        create("sqlite", "create table m (kind text collate nocase, x double, y double)",
                "insert into m values ('one', 1, 1), ('ONE', 2, 2), ('two', 3, 3)");
        open(new Selection.Table("m"), "kind", "x", "y");

        assertThat(categories()).hasSize(2);
        assertThatThrownBy(() -> source.scan(List.of("one", "two"), null).read(new ScannedRows()))
                .hasMessageContaining("other categories");
        assertThat(DatabaseScan.queries(List.of("one", "ONE", "two ", "two", "öne"), 100))
                .containsExactly(Map.of("one", 0, "two ", 2), Map.of("ONE", 1, "two", 3), Map.of("öne", 4));
        assertThat(DatabaseScan.queries(List.of("1", "2", "3"), 2)).hasSize(2);
    }

    @Test
    void ownQueriesAreAskedOneByOne() {
        url = "jdbc:sqlite:" + directory.resolve("missing.db");
        source = source(new Selection.Queries("select kind from m", "select x, x from m where kind = ?"));

        assertThat(source.share("one")).isEqualTo(1);
    }

    private void create(String engine, String... statements) throws SQLException {
        url = "jdbc:" + engine + ":" + directory.resolve("own.db");
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        assertThat(Files.exists(directory.resolve("own.db"))).isTrue();
    }

    private List<String> categories() {
        return source.categories(new RunningQuery()).categories();
    }

    private RowList read(String category) {
        RowList rows = new RowList();
        source.open(category).read(rows);
        return rows;
    }

    private void open(Selection.From from, String category, String x, String y) {
        source = source(new Selection.Columns(from, category, x, y));
    }

    private DatabaseSource source(Selection selection) {
        var login = new Database.Login(Optional.empty(), Optional.empty(), Optional.empty());
        return new DatabaseSource(
                new Database(url, login, selection, List.of(), Duration.ofSeconds(30), Duration.ofSeconds(30)),
                new DataFiles(List.of(directory), bundled), new FileHashes(Clock.systemUTC()),
                DatabaseSource.Most.of(new CategoryBound(1000, Long.MAX_VALUE), 2));
    }
}
