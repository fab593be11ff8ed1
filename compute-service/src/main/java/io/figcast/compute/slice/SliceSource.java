package io.figcast.compute.slice;

/** Where the rows of slices come from. */
public interface SliceSource {

    /** Prepares one reading of a slice; nothing runs yet. */
    Reading open(SliceKey key);

    /** One run of a slice's query. */
    interface Reading {

        /**
         * Runs the query and hands every row to the sink. Blocks the calling worker thread until the last row was taken.
         *
         * @throws SourceFailedException if the query fails, returns something else than two columns of numbers, or was
         *         cancelled
         * @throws SourceChangedException if the rows were not all read from the data that the key's fingerprint names
         */
        void read(RowSink sink);

        /** Ends the query in the database, from any thread; {@link #read} then throws soon. Harmless before and after. */
        void cancel();
    }
}
