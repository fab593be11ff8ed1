package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.CategoryCollector;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Description;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;

/** A dataset in a database. */
public final class DatabaseSource implements Source {

    private static final int FETCH = 1_000;
    /** Beyond them it is found out anew each time. */
    private static final int MOST_LARGE = 10_000;

    private final Database database;
    private final Engine engine;
    private final DataFiles files;
    private final FileHashes hashes;
    private final Most most;
    private final Object inspecting = new Object();
    private final Set<String> large = ConcurrentHashMap.newKeySet();
    private @Nullable Pool pool;
    private volatile @Nullable Inspected inspected;

    /**
     * What was found in the columns.
     *
     * @param before the fingerprint without what was chosen; as long as it stays the choice stays, whatever comes into the
     *        table
     */
    private record Inspected(String before, TableColumns columns) {
    }

    /**
     * Bounds.
     *
     * @param connections one for each computation at once, one for the listing, and those that ask for single categories
     * @param rowsAsTheyAre how many rows of a category may be handed over before they are reduced instead
     */
    public record Most(CategoryBound categories, int connections, long rowsAsTheyAre) {

        private static final int BESIDE_THE_WORKERS = 3;

        /** Nothing is reduced. */
        public static Most of(CategoryBound categories, int workers) {
            return of(categories, workers, SliceLimits.NEVER);
        }

        public static Most of(CategoryBound categories, int workers, long rowsAsTheyAre) {
            return new Most(categories, workers + BESIDE_THE_WORKERS, rowsAsTheyAre);
        }
    }

    public DatabaseSource(Database database, DataFiles files, FileHashes hashes, Most most) {
        this.database = database;
        this.engine = Engine.of(database.url());
        this.files = files;
        this.hashes = hashes;
        this.most = most;
    }

    @Override
    public Snapshot snapshot() {
        Snapshot before = snapshot(database.selection());
        Inspected known = inspected;
        return database.selection() instanceof Selection.Columns columns && !columns.named().everything() && known != null
                && known.before.equals(before.fingerprint()) ? snapshot(known.columns.selected(columns.from())) : before;
    }

    private Snapshot snapshot(Selection selection) {
        Fingerprint fingerprint = Fingerprint.of("database").text(Secrets.withoutCredentials(database.url()));
        selection.parts().forEach(fingerprint::text);
        database.files().forEach(spec -> files.find(spec).forEach(file -> hashes.add(file, fingerprint)));
        return fingerprint.snapshot();
    }

    @Override
    public CategoryList categories(RunningQuery query) {
        CategoryCollector collector = new CategoryCollector(most.categories());
        Snapshot before = snapshot();
        on(query, database.listing(), session -> {
            Statements sql = sql(session, null);
            boolean areCounted = sql.areCounted();
            if (!snapshot().equals(before)) {
                return false; // what has just been chosen changes the fingerprint: whoever asks lists again
            }
            try (var statement = session.prepared(sql.categories(), FETCH);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next() && collector.add(rows.getString(1))) {
                    query.failIfCancelled();
                    if (areCounted) {
                        hasRows(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return true;
        });
        return collector.list().with(description());
    }

    @Override
    public boolean exists(String category, RunningQuery query) {
        return on(query, session -> {
            try (var statement = session.prepared(session.existsSql(sql(session, null)), 1)) {
                statement.setMaxRows(1);
                statement.setString(1, category);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    @Override
    public Reading open(String category, @Nullable Axes axes) {
        return new DatabaseReading(this, category, axes);
    }

    @Override
    public Scan scan(List<String> categories, @Nullable Axes axes) {
        return new DatabaseScan(this, categories, axes);
    }

    /** The database keeps what it sorts, and its rows are fetched as they are taken. */
    @Override
    public double share(String category) {
        return database.selection() instanceof Selection.Columns && !isLarge(category) ? 0 : 1;
    }

    @Override
    public boolean changesUnseen() {
        return true;
    }

    /** Whether so many rows are reduced in the database. */
    boolean isReduced(long rows) {
        return engine.reduces() && rows > most.rowsAsTheyAre();
    }

    /** Whether a category has lately had so many rows that they are reduced. */
    boolean isLarge(String category) {
        return large.contains(category);
    }

    void hasRows(@Nullable String category, long rows) {
        if (category != null && isReduced(rows) && large.size() < MOST_LARGE) {
            large.add(category);
        } else if (category != null) {
            large.remove(category);
        }
    }

    Engine engine() {
        return engine;
    }

    /** Runs one query on a connection of its own; the transaction, where there is one, is not committed. */
    boolean on(RunningQuery query, Work work) {
        return on(query, database.deadline(), work);
    }

    /** The same for several queries, which all see one state of the data. */
    boolean inOneView(RunningQuery query, Work work) {
        return on(query, database.deadline(), session -> {
            session.holdView();
            try {
                return work.on(session);
            } finally {
                session.leaveView();
            }
        });
    }

    private boolean on(RunningQuery query, Duration deadline, Work work) {
        query.failIfCancelled();
        Pool connections = pool();
        try (Connection connection = connections.connect()) {
            engine.limit(connection, database.longest());
            Session session = new Session(connection, engine, deadline);
            query.started(session);
            try {
                return work.on(session);
            } finally {
                query.ended();
                if (query.isCancelled()) {
                    session.abandon(); // what cancels may still be under way, and must not meet the next one's query
                } else if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            query.failIfCancelled();
            throw connections.failure(e);
        }
    }

    /** @param axes the columns to draw; null for the dataset's own */
    Statements sql(Session session, @Nullable Axes axes) throws SQLException {
        if (database.selection() instanceof Selection.Columns columns) {
            return session.sql(columns.from(), columns(columns, session).drawing(axes));
        }
        if (axes != null) {
            throw new SourceFailedException("the slice query fixes both columns", null);
        }
        return Statements.of((Selection.Queries) database.selection());
    }

    private TableColumns columns(Selection.Columns selection, Session session) throws SQLException {
        String before = snapshot(selection).fingerprint();
        synchronized (inspecting) {
            Inspected known = inspected;
            if (known == null || !known.before.equals(before)) {
                known = new Inspected(before, TableColumns.of(selection, session));
                inspected = known;
            }
            return known.columns;
        }
    }

    private Description description() {
        Inspected known = inspected;
        return known == null ? Description.NONE : known.columns.description();
    }

    private synchronized Pool pool() {
        if (pool == null) {
            pool = Pool.of(database, engine, most.connections());
        }
        return pool;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }

    /** What is done in a session. */
    interface Work {
        boolean on(Session session) throws SQLException;
    }
}
