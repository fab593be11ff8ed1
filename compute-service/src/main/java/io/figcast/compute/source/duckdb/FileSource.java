package io.figcast.compute.source.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.files.DataFile;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;
import io.figcast.compute.source.files.HashProgress;

/** A dataset in one or several CSV, TSV, JSON or Parquet files. */
public final class FileSource implements Source {

    /** Changes with the rules by which files are read and columns chosen. */
    private static final String RULES = "3";
    /** The part of the first look at files that hashing them is. */
    private static final double HASHING = 0.1;
    /** How many rows a scan brings into memory at most; DuckDB needs some 50 bytes to sort each. */
    private static final double ROWS_OF_A_SCAN = 5_000_000;

    private final Wanted wanted;
    private final Shared shared;
    private final HashProgress hashed = new HashProgress();
    private volatile @Nullable RunningQuery listing;
    private volatile @Nullable Inspected inspected;

    /** What all file datasets share. */
    public record Shared(DuckDb duckDb, DataFiles files, FileHashes hashes) {
    }

    /**
     * How much is read.
     *
     * @param unreadable the share of lines that may be left out because they cannot be read
     * @param rowsAsTheyAre how many rows of a category may be handed over before they are reduced instead
     */
    public record Most(CategoryBound categories, long rows, double unreadable, long rowsAsTheyAre) {

        /** Nothing is reduced. */
        public Most(CategoryBound categories, long rows, double unreadable) {
            this(categories, rows, unreadable, SliceLimits.NEVER);
        }
    }

    /** Which files, which of their columns, and how much of them. */
    public record Wanted(String spec, WantedColumns columns, Most most) {
    }

    /** What was found in files that were like this before and after. */
    private record Inspected(Snapshot files, InspectedFiles found) {
    }

    public FileSource(Wanted wanted, Shared shared) {
        this.wanted = wanted;
        this.shared = shared;
    }

    @Override
    public Snapshot snapshot() {
        WantedColumns columns = wanted.columns();
        Fingerprint fingerprint = Fingerprint.of("files").text(RULES).text(name(columns.named().category()))
                .text(name(columns.named().x())).text(name(columns.named().y())).text(columns.x().name())
                .text(columns.y().name()).text(Double.toString(wanted.most().unreadable()));
        if (!columns.named().axes()) { // then the listed ones decide what is chosen
            columns.listed().forEach(fingerprint::text);
        }
        List<DataFile> files = files();
        hashed.begin(files);
        files.forEach(file -> shared.hashes().add(file, fingerprint, hashed));
        return fingerprint.snapshot();
    }

    @Override
    public double progress() {
        RunningQuery query = listing;
        return query == null ? HASHING * hashed.part() : HASHING + (1 - HASHING) * query.progress();
    }

    @Override
    public CategoryList categories(RunningQuery query) {
        listing = query;
        try (DuckDBConnection connection = connect()) {
            return found(connection, query).categories();
        } catch (SQLException e) {
            query.failIfCancelled();
            throw Failures.of(e);
        }
    }

    @Override
    public boolean exists(String category, RunningQuery query) {
        try (DuckDBConnection connection = connect();
                PreparedStatement statement = connection.prepareStatement(queries(connection, query, null).exists())) {
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
    public Reading open(String category, @Nullable Axes axes) {
        return new FileReading(this, category, axes);
    }

    @Override
    public Scan scan(List<String> categories, @Nullable Axes axes) {
        return new FileScan(this, categories, axes);
    }

    @Override
    public double share(String category) {
        Inspected last = inspected;
        return last == null || category.indexOf('\0') >= 0 || isReduced(last.found.rows(category)) ? 1
                : last.found.rows(category) / ROWS_OF_A_SCAN;
    }

    @Override
    public boolean scansBeforeItHands() {
        return true;
    }

    @Override
    public boolean changesUnseen() {
        return false;
    }

    /** Whether a category with so many rows is reduced where they are. */
    boolean isReduced(long rows) {
        return rows > wanted.most().rowsAsTheyAre();
    }

    long maxRows() {
        return wanted.most().rows();
    }

    DuckDBConnection connect() throws SQLException {
        return shared.duckDb().connect(Format.of(files()));
    }

    SliceQueries queries(DuckDBConnection connection, RunningQuery query, @Nullable Axes axes) throws SQLException {
        return found(connection, query).queries(axes);
    }

    /** Inspects the files anew only if they have changed; what changed while it was looked at is not kept. */
    synchronized InspectedFiles found(DuckDBConnection connection, RunningQuery query)
            throws SQLException {
        Snapshot before = snapshot();
        Inspected last = inspected;
        if (last != null && last.files.equals(before)) {
            return last.found;
        }
        InspectedFiles found = new FileInspection(wanted, shared.files(), connection, query).found();
        inspected = snapshot().equals(before) ? new Inspected(before, found) : null;
        return found;
    }

    private static String name(Optional<String> column) {
        return column.map(name -> "=" + name).orElse("");
    }

    private List<DataFile> files() {
        return shared.files().find(wanted.spec());
    }
}
