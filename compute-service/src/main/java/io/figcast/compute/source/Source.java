package io.figcast.compute.source;

import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceFailedException;

/** Where the categories and rows of one dataset come from. Thread-safe. */
public interface Source extends AutoCloseable {

    /**
     * Digest of what decides about the rows: the definition without credentials, and the content of files. Equal on
     * every machine.
     *
     * @throws SourceFailedException if a file cannot be read
     */
    String fingerprint();

    /**
     * The categories there are now, in order. Blocks.
     *
     * @throws SourceFailedException if they cannot be listed
     */
    CategoryList categories();

    /** Prepares one reading of a category's rows; nothing runs yet. */
    Reading open(String category);

    /** Whether categories can change while the fingerprint stays: so in a database. */
    boolean changesUnseen();

    @Override
    default void close() {
    }
}
