package io.figcast.compute.source.dataset;

import io.figcast.compute.source.BrokenSource;
import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.duckdb.FileSource;
import io.figcast.compute.source.jdbc.Database;
import io.figcast.compute.source.jdbc.DatabaseSource;

/**
 * Makes the source that a definition describes.
 *
 * @param categories how many a catalogue holds
 * @param workers that compute at once
 */
public record SourceFactory(FileSource.Shared shared, CategoryBound categories, int workers) {

    public Source of(Definition definition) {
        Origin origin = definition.origin();
        if (origin instanceof Origin.Files files) {
            FileSource.Most most = new FileSource.Most(categories, definition.limits().maxRows(), files.maxUnreadable(),
                    definition.limits().reduceAbove());
            return new FileSource(new FileSource.Wanted(files.file(), files.columns(), most), shared);
        }
        if (origin instanceof Origin.Jdbc jdbc) {
            Database database = new Database(jdbc.url(), jdbc.login(), jdbc.selection(), jdbc.files(),
                    definition.limits().deadline(), definition.listingDeadline());
            return new DatabaseSource(database, shared.files(), shared.hashes(),
                    DatabaseSource.Most.of(categories, workers, definition.limits().reduceAbove()));
        }
        return new BrokenSource(((Origin.Broken) origin).message());
    }
}
