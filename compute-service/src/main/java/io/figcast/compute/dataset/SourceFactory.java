package io.figcast.compute.dataset;

import io.figcast.compute.dataset.duckdb.Columns;
import io.figcast.compute.dataset.duckdb.FileSource;
import io.figcast.compute.dataset.source.BrokenSource;
import io.figcast.compute.dataset.source.Source;

/**
 * Makes the source that a definition describes.
 *
 * @param mostCategories that a catalogue holds
 */
record SourceFactory(FileSource.Engine engine, int mostCategories) {

    Source of(Definition definition) {
        Origin origin = definition.origin();
        if (origin instanceof Origin.Files files) {
            Columns columns = new Columns(files.categoryColumn(), files.xColumn(), files.yColumn());
            return new FileSource(files.file(), columns, engine, mostCategories);
        }
        if (origin instanceof Origin.Broken broken) {
            return new BrokenSource(broken.message());
        }
        return new BrokenSource("databases are not supported");
    }
}
