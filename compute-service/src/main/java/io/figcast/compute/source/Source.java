package io.figcast.compute.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.slice.SourceFailedException;

/** Where the categories and rows of one dataset come from. Thread-safe. */
public interface Source extends AutoCloseable {

    /**
     * What decides about the rows: the definition without credentials, and the content of files. Cheap where no file was
     * touched since it was last asked for.
     *
     * @throws SourceFailedException if a file cannot be read
     */
    Snapshot snapshot();

    /**
     * The categories there are now, in order. Blocks until they are listed or the query is cancelled.
     *
     * @throws SourceFailedException if they cannot be listed
     */
    CategoryList categories(RunningQuery query);

    /** How much of the first {@link #snapshot} and listing is done, from 0 to 1; 0 where that is not known. Does not block. */
    default double progress() {
        return 0;
    }

    /**
     * Whether there is a row of this category. Blocks until that is known or the query is cancelled.
     *
     * @throws SourceFailedException if it cannot be found out
     */
    boolean exists(String category, RunningQuery query);

    /**
     * Prepares one reading of a category's rows; nothing runs yet.
     *
     * @param axes the columns to read; null for the dataset's own
     */
    Reading open(String category, @Nullable Axes axes);

    /** Prepares a reading of the dataset's own columns. */
    default Reading open(String category) {
        return open(category, null);
    }

    /**
     * Prepares one reading of several categories with a {@link #share} below 1, which are then numbered; nothing runs yet.
     *
     * @param axes the columns to read; null for the dataset's own
     */
    default Scan scan(List<String> categories, @Nullable Axes axes) {
        throw new UnsupportedOperationException("categories of this source are read one by one");
    }

    /** The share of a scan's memory that a category takes; from 1 on it is read on its own. Answered from memory. */
    default double share(String category) {
        return 1;
    }

    /** Whether a scan has read everything before it hands the first row. */
    default boolean scansBeforeItHands() {
        return false;
    }

    /** Whether categories can change while the fingerprint stays: so in a database. */
    boolean changesUnseen();

    @Override
    default void close() {
    }
}
