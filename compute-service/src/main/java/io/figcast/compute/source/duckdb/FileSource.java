package io.figcast.compute.source.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.duckdb.DuckDBConnection;

import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.source.CategoryCollector;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.files.DataFile;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;

/** A dataset in one or several CSV, TSV, JSON or Parquet files. */
public final class FileSource implements Source {

    private final String spec;
    private final Columns columns;
    private final Engine engine;
    private final Most most;

    /** What all file datasets share. */
    public record Engine(DuckDb duckDb, DataFiles files, FileHashes hashes) {
    }

    /** How much is read. */
    public record Most(int categories, long rows) {
    }

    public FileSource(String spec, Columns columns, Engine engine, Most most) {
        this.spec = spec;
        this.columns = columns;
        this.engine = engine;
        this.most = most;
    }

    @Override
    public Snapshot snapshot() {
        Fingerprint fingerprint = Fingerprint.of("files").text(columns.category()).text(columns.x()).text(columns.y());
        files().forEach(file -> engine.hashes().add(file, fingerprint));
        return fingerprint.snapshot();
    }

    @Override
    public CategoryList categories(RunningQuery query) {
        CategoryCollector collector = new CategoryCollector(most.categories());
        try (DuckDBConnection connection = connect(); Statement statement = connection.createStatement()) {
            query.started(statement);
            FileTable table = table(connection);
            table.sliceQuery(); // says at once what would fail each computation
            try (ResultSet rows = statement.executeQuery(table.categoriesQuery())) {
                while (rows.next() && collector.add(rows.getString(1))) {
                    // the collector keeps it
                }
            } finally {
                query.ended();
            }
            return collector.list();
        } catch (SQLException e) {
            query.failIfCancelled();
            throw Failures.of(e);
        }
    }

    @Override
    public boolean exists(String category, RunningQuery query) {
        try (DuckDBConnection connection = connect();
                PreparedStatement statement = connection.prepareStatement(table(connection).existsQuery())) {
            statement.setString(1, category);
            query.started(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            } finally {
                query.ended();
            }
        } catch (SQLException e) {
            query.failIfCancelled();
            throw Failures.of(e);
        }
    }

    @Override
    public Reading open(String category) {
        return new FileReading(this, category);
    }

    @Override
    public boolean changesUnseen() {
        return false;
    }

    long maxRows() {
        return most.rows();
    }

    DuckDBConnection connect() throws SQLException {
        return engine.duckDb().connect(FileTable.format(files()));
    }

    FileTable table(DuckDBConnection connection) throws SQLException {
        return FileTable.of(files(), columns, connection);
    }

    private List<DataFile> files() {
        return engine.files().find(spec);
    }
}
