package io.figcast.compute.source.duckdb;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.files.CopiedFiles;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;

/** File sources over one data directory, for tests. */
public final class FileSources implements AutoCloseable {

    static final FileSource.Most MOST = new FileSource.Most(categories(1000), 20_000_000, 0.1);

    static CategoryBound categories(int most) {
        return new CategoryBound(most, Long.MAX_VALUE);
    }

    private final CopiedFiles bundled = new CopiedFiles();
    private final DataFiles files;
    private final DuckDb duckDb;
    private final FileHashes hashes = new FileHashes(Clock.systemUTC());

    public FileSources(Path directory) {
        files = new DataFiles(List.of(directory), bundled);
        duckDb = DuckDb.start("1GB", 2, files.readable());
    }

    public FileSource.Shared engine() {
        return new FileSource.Shared(duckDb, files, hashes);
    }

    public FileSource of(String spec, String category, String x, String y) {
        return of(spec, WantedColumns.of(category, x, y), MOST);
    }

    public FileSource of(String spec, WantedColumns columns, FileSource.Most most) {
        return new FileSource(new FileSource.Wanted(spec, columns, most), engine());
    }

    /** Nothing is named. */
    public FileSource of(String spec) {
        return of(spec, WantedColumns.chosen(), MOST);
    }

    DuckDb duckDb() {
        return duckDb;
    }

    @Override
    public void close() {
        duckDb.close();
        bundled.close();
    }
}
