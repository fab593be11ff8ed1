package io.figcast.compute.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.duckdb.RowList;
import io.figcast.compute.source.files.CopiedFiles;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;
import io.figcast.compute.source.sql.EngineReduction;
import io.figcast.reduction.ReducedSlice;
import io.figcast.reduction.Reduction;
import io.figcast.reduction.date.DatePrecision;
import io.figcast.testing.PostgresServer;

class DatabaseSourceIT {

    static final String CATEGORIES = "select kind from m group by kind order by min(n)";
    static final String SLICE = "select x, y from m where kind = ? order by n";
    static final String HOSTILE = "a'b\"c%_\n<b>😀'; drop table m; --";
    static final Database.Login LOGIN = new Database.Login(Optional.of(PostgresServer.USER),
            Optional.of(PostgresServer.PASSWORD), Optional.empty());

    static PostgresServer server;
    static CopiedFiles bundled;
    DatabaseSource source;

    @TempDir
    Path directory;

    @BeforeAll
    static void startServer() throws SQLException {
        server = PostgresServer.start();
        bundled = new CopiedFiles();
        server.execute("create table m (n int, kind text, x numeric, y float4)",
                "insert into m values (1,'one',1.5,2),(2,'two',-1e300,4),(3,'one',null,1),(4,'one','NaN',1),"
                        + "(5,'one',2,'Infinity'),(6,'one',3,-0.25),(7,null,1,1),(8,'',1,1)",
                "insert into m select 9, repeat('é',257), 1, 1", "insert into m select 10, repeat('😀',256), 1, 1",
                "insert into m values (11, 'a''b\"c%_' || chr(10) || '<b>😀''; drop table m; --', 7, 8)");
    }

    @AfterAll
    static void stopServer() {
        server.close();
        bundled.close();
    }

    @AfterEach
    void closeSource() {
        if (source != null) {
            source.close();
        }
    }

    @Test
    void categoriesAreListedInTheOrderOfTheQuery() {
        var list = source(SLICE).categories(new RunningQuery());
        assertThat(list.categories()).containsExactly("one", "two", "😀".repeat(256), HOSTILE);
        assertThat(list.leftOut()).as("null, empty and 257 code points").isEqualTo(3);
    }

    @Test
    void rowsComeInOrderAndMissingOnesAreOmitted() {
        RowList rows = read(source(SLICE), "one");
        assertThat(rows.rows()).containsExactly(new RowList.Row(1.5, 2), new RowList.Row(3, -0.25));
        assertThat(rows.omitted()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void manyRowsAreReducedInTheDatabaseToWhatMemoryReducesThemTo(boolean ofATable) throws SQLException {
        server.execute("drop table if exists many", """
                create table many as select case when i % 4 = 0 then 'theirs' else 'ours' end as c,
                timestamptz '2021-03-01 00:00Z' + make_interval(secs => (i::bigint * 7919 % 10000) * 61.5) as t,
                case when i % 100 = 1 then null else sin(i)::numeric end as v from generate_series(1, 12000) i""");
        Selection selection = ofATable ? new Selection.Columns(new Selection.Table("many"), "c", "t", "v")
                : new Selection.Queries("select distinct c from many", "select t, v from many where c = ? order by v desc, t;");
        Database database = new Database(server.url(), LOGIN, selection, List.of(), Duration.ofSeconds(30),
                Duration.ofSeconds(30));
        RowList whole;
        try (DatabaseSource asTheyAre = new DatabaseSource(database, files(), hashes(),
                DatabaseSource.Most.of(new CategoryBound(10, Long.MAX_VALUE), 3))) {
            whole = read(asTheyAre, "ours");
        }
        source = new DatabaseSource(database, files(), hashes(),
                DatabaseSource.Most.of(new CategoryBound(10, Long.MAX_VALUE), 3, 5_000));
        assertThat(source.categories(new RunningQuery()).categories()).containsExactlyInAnyOrder("ours", "theirs");
        assertThat(source.share("theirs")).isEqualTo(ofATable ? 0 : 1);
        for (int times = 0; times < 2; times++) {
            RowList list = read(source, "ours");

            assertThat(source.share("ours")).isEqualTo(1);
            assertThat(list.types()).isEqualTo(whole.types()).isEqualTo(new ColumnTypes(ColumnType.TIME, ColumnType.NUMBER));
            assertThat(list.reduced().rows()).isEqualTo(whole.rows().size());
            assertThat(list.reduced().omitted()).isEqualTo(whole.omitted()).isEqualTo(120);
            double[] x = whole.rows().stream().mapToDouble(RowList.Row::x).map(Math::rint).toArray();
            double[] y = whole.rows().stream().mapToDouble(RowList.Row::y).toArray();
            ReducedSlice expected = new ReducedSlice(
                    Reduction.of(io.figcast.reduction.memory.Selection.all(x, y), EngineReduction.axes(whole.types()),
                            ReducedSlice.MOST_POINTS),
                    DatePrecision.of(x), DatePrecision.MILLISECONDS);
            assertThat(list.reduced().bins()).isEqualTo(expected.bins());
            assertThat(list.reduced().points()).isEqualTo(expected.points());
        }
        assertThat(read(source, "theirs").rows()).hasSize(3_000);
    }

    @Test
    void hostileCategoryIsOnlyAValue() throws SQLException {
        assertThat(read(source(SLICE), HOSTILE).rows()).containsExactly(new RowList.Row(7, 8));
        assertThat(server.count("select count(*) from m")).isEqualTo(11);
    }

    @Test
    void categoryMayBeANumberInTheDatabase() {
        assertThat(read(source("select x, y from m where n = ?"), "6").rows())
                .containsExactly(new RowList.Row(3, -0.25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select x from m where kind = ?             | the slice query gives 1 column instead of two, x and y
            select x, y, n from m where kind = ?       | the slice query gives 3 columns instead of two, x and y
            select n, kind as k from m where kind = ?  | column k of the slice query is of type text, which holds neither numbers nor times
            select n > 1, x from m where kind = ?      | of type bool, which holds neither numbers nor times
            select n, z from m where kind = ?          | column "z" does not exist
            select n, 1/(n-n) from m where kind = ?    | division by zero
            """)
    void unusableQuerySaysWhatIsWrong(String query, String message) {
        assertThatThrownBy(() -> read(source(query), "one")).isInstanceOf(SourceFailedException.class)
                .hasMessageContaining(message).hasMessageNotContaining("\\u000a");
    }

    @Test
    void cancelEndsTheQueryInTheDatabase() throws SQLException {
        Reading reading = source("select x, y from m, pg_sleep(600) where kind = ?").open("one");
        var read = CompletableFuture.runAsync(() -> reading.read(new RowList()));
        await().untilAsserted(() -> assertThat(server.running("%pg_sleep(600)%")).isEqualTo(1));

        reading.cancel();

        await().atMost(Duration.ofSeconds(5)).until(read::isDone);
        assertThatThrownBy(read::join).hasRootCauseInstanceOf(SourceFailedException.class)
                .hasMessageContaining("cancelled");
        assertThat(server.running("%pg_sleep(600)%")).isZero();
    }

    @Test
    void deadlineReachesTheDatabaseByItself() throws SQLException {
        source = source("select x, y from m, pg_sleep(601) where kind = ?", Duration.ofSeconds(1), LOGIN);
        assertThatThrownBy(() -> read(source, "one")).isInstanceOf(SourceFailedException.class)
                .hasMessageContaining("canceling statement");
        assertThat(server.running("%pg_sleep(601)%")).isZero();
    }

    @Test
    void cancelReachesAQueryWhoseRowsAreBeingFetched() throws SQLException {
        Reading reading = source(slowFrom(15_000)).open("one");
        RowList rows = new RowList();
        var read = CompletableFuture.runAsync(() -> reading.read(rows));
        await().untilAsserted(() -> assertThat(rows.rows().size()).isGreaterThanOrEqualTo(10_000));
        assertThat(read).isNotDone();

        reading.cancel();

        await().atMost(Duration.ofSeconds(5)).until(read::isDone);
        assertThatThrownBy(read::join).hasMessageContaining("cancelled");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(server.running("%pg_sleep(case%")).isZero());
    }

    @Test
    void serverThatHangsHoldsUpNeitherWhoCancelsNorTheReadingAndIsUsedAgain() throws SQLException {
        Reading reading = source(slowFrom(15_000)).open("one");
        RowList rows = new RowList();
        var read = CompletableFuture.runAsync(() -> reading.read(rows));
        await().untilAsserted(() -> assertThat(rows.rows().size()).isGreaterThanOrEqualTo(10_000));
        RunningQuery listing = new RunningQuery();
        server.pause();
        try {
            var listed = CompletableFuture.runAsync(() -> source.categories(listing));
            assertTimeoutPreemptively(Duration.ofSeconds(1), reading::cancel);
            assertTimeoutPreemptively(Duration.ofSeconds(1), listing::cancel);
            await().atMost(Duration.ofSeconds(5)).until(read::isDone);
            await().atMost(Duration.ofSeconds(20)).until(listed::isDone);
            assertThatThrownBy(listed::join).hasMessageContaining("cancelled");
        } finally {
            server.resume();
        }
        assertThat(source.categories(new RunningQuery()).categories()).contains("two");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(server.running("%pg_sleep(case%")).isZero());
    }

    @Test
    void thereAreConnectionsForAllWorkersAtOnce() throws SQLException {
        source = source("select x, y from m, pg_sleep(602) where kind = ?", Duration.ofSeconds(30), LOGIN,
                DatabaseSource.Most.of(new CategoryBound(1000, Long.MAX_VALUE), 9));
        List<Reading> readings = Stream.generate(() -> source.open("one")).limit(9).toList();
        ExecutorService workers = Executors.newFixedThreadPool(9);
        List<CompletableFuture<Void>> reads = readings.stream()
                .map(reading -> CompletableFuture.runAsync(() -> reading.read(new RowList()), workers)).toList();
        await().untilAsserted(() -> assertThat(server.running("%pg_sleep(602)%")).isEqualTo(9));
        assertThat(source.categories(new RunningQuery()).categories()).isNotEmpty();
        assertThat(source.exists("one", new RunningQuery())).isTrue();
        readings.forEach(Reading::cancel);
        await().untilAsserted(() -> assertThat(reads).allMatch(CompletableFuture::isCompletedExceptionally));
        workers.shutdown();
    }

    @Test
    void listingMayTakeLongerThanAQuery() {
        source = new DatabaseSource(new Database(server.url(), LOGIN,
                new Selection.Queries("select 'slow' from (select pg_sleep(13)) s", SLICE), List.of(), Duration.ofSeconds(1),
                Duration.ofSeconds(30)), files(), hashes(), DatabaseSource.Most.of(new CategoryBound(1000, Long.MAX_VALUE), 3));
        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("slow");
    }

    @Test
    void singleCategoryIsAskedFor() {
        source(SLICE);
        assertThat(source.exists("one", new RunningQuery())).isTrue();
        assertThat(source.exists(HOSTILE, new RunningQuery())).isTrue();
        assertThat(source.exists("nothing", new RunningQuery())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date '2001-05-01'                                | 988675200000
            timestamp '2001-05-01 00:00:00.25'               | 988675200250
            timestamptz '2001-05-01 02:00:00+02'             | 988675200000
            date '0001-01-01'                                | -62135596800000
            """)
    void timesAreMillisecondsSince1970InUtc(String time, double millis) {
        RowList rows = read(source("select " + time + ", n from m where kind = ?"), "two");
        assertThat(rows.rows()).containsExactly(new RowList.Row(millis, 2));
        assertThat(rows.types()).isEqualTo(new ColumnTypes(ColumnType.TIME, ColumnType.NUMBER));
    }

    @Test
    void infiniteTimesAreOmitted() {
        RowList rows = read(source("select timestamp 'infinity', n from m where kind = ?"), "two");
        assertThat(rows.omitted()).isOne();
    }

    @Test
    void cancelBeforeReadingIsRemembered() {
        Reading reading = source(SLICE).open("one");
        reading.cancel();
        assertThatThrownBy(() -> reading.read(new RowList())).hasMessageContaining("cancelled");
    }

    @Test
    void rowsStreamAndCancelEndsEndlessOnes() {
        AtomicLong rows = new AtomicLong();
        Reading[] reading = new Reading[1];
        reading[0] = source("select generate_series(1, 2000000000), 1 from m where kind = ?").open("two");
        assertThatThrownBy(() -> reading[0].read(new RowSink() {

            @Override
            public void columns(ColumnTypes types) {
            }

            @Override
            public void row(double x, double y) {
                if (rows.incrementAndGet() == 50_000) {
                    reading[0].cancel();
                }
            }

            @Override
            public void omit() {
            }

            @Override
            public void reduced(ReducedRows instead) {
            }
        })).hasMessageContaining("cancelled");
        assertThat(rows).hasValueLessThan(100_000);
    }

    @Test
    void connectionsArePooledAndFew() throws SQLException {
        source(SLICE);
        List<CompletableFuture<Void>> reads = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> read(source, "one"))).toList();
        reads.forEach(CompletableFuture::join);
        assertThat(server.count("select count(*) from pg_stat_activity where backend_type = 'client backend'"
                + " and pid <> pg_backend_pid()")).isBetween(1, 6);
        assertThat(server.count("select count(*) from pg_stat_activity where state like 'idle in transaction%'"))
                .isZero();
    }

    @Test
    void databaseThatComesBackIsUsedAgain() {
        read(source(SLICE), "one");
        server.stop();
        try {
            assertThatThrownBy(() -> read(source, "one")).isInstanceOf(SourceFailedException.class);
            assertThatThrownBy(() -> source.categories(new RunningQuery())).isInstanceOf(SourceFailedException.class);
        } finally {
            server.startAgain();
        }
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions()
                .untilAsserted(() -> assertThat(read(source, "one").rows()).hasSize(2));
    }

    @Test
    void passwordMayStandInAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), PostgresServer.PASSWORD + "\n");
        var login = new Database.Login(Optional.of(PostgresServer.USER), Optional.empty(),
                Optional.of(file.toString()));
        source = source(SLICE, Duration.ofSeconds(10), login);
        assertThat(read(source, "two").rows()).hasSize(1);
    }

    @Test
    void messageOfAFailedLoginHoldsNoCredentials() {
        var login = new Database.Login(Optional.of("mallory"), Optional.of("hunter2"), Optional.empty());
        source = source(SLICE, Duration.ofSeconds(10), login);
        assertThatThrownBy(() -> source.categories(new RunningQuery())).isInstanceOf(SourceFailedException.class)
                .hasMessageContaining("password authentication failed").hasMessageNotContaining("mallory")
                .hasMessageNotContaining("hunter2").hasNoCause();
    }

    @Test
    void otherColumnsAreReadByTheirExactNames() throws SQLException {
        server.execute("create table axes (kind text, day timestamptz, \"y \"\"1\"\"\" numeric, z real, note text)",
                "insert into axes values ('one', '2001-05-01T02:00:00+02', 1.5, 3.5, 'a'), ('one', '2001-05-02', 2.5, 4.5, 'b'),"
                        + " ('two', '2001-05-03', 3.5, 5.5, 'a'), ('two', '2001-05-04', 4.5, 6.5, 'b')");
        source = new DatabaseSource(new Database(server.url(), LOGIN, new Selection.Columns(
                new Selection.Query("select * from axes"), NamedColumns.NOTHING, List.of()), List.of(), Duration.ofSeconds(30),
                Duration.ofSeconds(30)),
                files(), hashes(), DatabaseSource.Most.of(new CategoryBound(1000, Long.MAX_VALUE), 3));
        source.categories(new RunningQuery());
        var list = source.categories(new RunningQuery());

        assertThat(list.categories()).containsExactly("one", "two");
        assertThat(list.description().axes().own()).contains(new Axes("day", "y \"1\""));
        assertThat(list.description().axes().names()).containsExactly("day", "y \"1\"", "z");
        RowList rows = new RowList();
        source.open("one", new Axes("y \"1\"", "z")).read(rows);
        assertThat(rows.rows()).containsExactly(new RowList.Row(1.5, 3.5), new RowList.Row(2.5, 4.5));
        assertThatThrownBy(() -> source.open("one", new Axes("note", "z")).read(rows))
                .isInstanceOf(SourceFailedException.class).hasMessageContaining("not both columns that may be drawn");
    }

    @Test
    void missingDriverIsNamed() {
        source = new DatabaseSource(
                new Database("jdbc:oracle:thin:scott/tiger@db", LOGIN, new Selection.Queries(CATEGORIES, SLICE), List.of(),
                        Duration.ofSeconds(1), Duration.ofSeconds(1)),
                files(), hashes(), DatabaseSource.Most.of(new CategoryBound(10, Long.MAX_VALUE), 3));
        assertThatThrownBy(() -> source.categories(new RunningQuery()))
                .hasMessage("there is no JDBC driver for jdbc:oracle on the class path");
    }

    private static RowList read(DatabaseSource source, String category) {
        RowList rows = new RowList();
        source.open(category).read(rows);
        return rows;
    }

    private DatabaseSource source(String sliceQuery) {
        source = source(sliceQuery, Duration.ofSeconds(30), LOGIN);
        return source;
    }

    private static String slowFrom(int row) {
        return "select g, 1 from generate_series(1, 100000) g, lateral (select pg_sleep(case when g > " + row
                + " then 600 else 0 end)) s where ? <> ''";
    }

    private DatabaseSource source(String sliceQuery, Duration deadline, Database.Login login) {
        return source(sliceQuery, deadline, login, DatabaseSource.Most.of(new CategoryBound(1000, Long.MAX_VALUE), 3));
    }

    private DatabaseSource source(String sliceQuery, Duration deadline, Database.Login login,
            DatabaseSource.Most most) {
        return new DatabaseSource(
                new Database(server.url(), login, new Selection.Queries(CATEGORIES, sliceQuery), List.of(), deadline,
                        deadline),
                files(), hashes(), most);
    }

    private DataFiles files() {
        return new DataFiles(List.of(directory), bundled);
    }

    private static FileHashes hashes() {
        return new FileHashes(Clock.systemUTC());
    }
}
