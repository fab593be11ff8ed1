package io.figcast.compute.slice;

import java.util.List;

/** Where the rows of slices come from. */
public interface SliceSource {

    /** Prepares one reading of a slice; nothing runs yet. */
    Reading open(SliceKey key);

    /** One run of a slice's query. */
    interface Reading {

        /**
         * Runs the query and hands every row to the sink. Blocks the calling worker thread until the last row was taken.
         *
         * @throws SourceFailedException if the query fails, returns something other than two columns of numbers, or was
         *         cancelled
         * @throws SourceChangedException if the rows were not all read from the data that the key's fingerprint names
         */
        void read(RowSink sink);

        /** Ends the query in the database, from any thread; {@link #read} then throws soon. Harmless before and after. */
        void cancel();
    }

    /**
     * Prepares one query for several slices that differ by their category only and have a {@link #share} below 1; nothing runs
     * yet.
     */
    default Scan scan(List<SliceKey> keys) {
        throw new UnsupportedOperationException("slices of this source are read one by one");
    }

    /** The share of a scan's memory that a slice takes; from 1 on it is read on its own. Answered from memory. */
    default double share(SliceKey key) {
        return 1;
    }

    /** One run of a query for several slices. */
    interface Scan {

        /**
         * Runs the query and hands every row to the sink, one slice after the other, in any order of the slices. Blocks the
         * calling worker thread until the last row was taken.
         *
         * @throws SourceFailedException if the query fails or was cancelled
         * @throws SourceChangedException if the rows were not all read from the data that the fingerprint names
         */
        void read(ScanSink sink);

        /** Ends the query in the database, from any thread; {@link #read} then throws soon. Harmless before and after. */
        void cancel();
    }

    /**
     * Takes the rows of several slices, those of one slice together and in their order. The slices have the numbers of their
     * keys. When rows of another slice come, those before are complete. Not thread-safe; may block.
     */
    interface ScanSink {

        /** Says what the columns hold, before the first row of the slice; where nothing is said they hold numbers. */
        void columns(int slice, ColumnTypes types);

        /** Takes one row of finite numbers. */
        void row(int slice, double x, double y);

        /** Counts one row left out because a value is missing or not finite. */
        void omit(int slice);

        /** Takes what stands for all the rows of the slice, of which none is handed over then. */
        void reduced(int slice, ReducedRows rows);

        /** A value of this slice is unfit: the slice fails, the others do not. */
        void unfit(int slice, SourceFailedException why);
    }
}
