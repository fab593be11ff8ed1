package io.figcast.compute.slice.port;

import java.util.List;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;

/** Starts runs: reading a slice from its source and storing its chunks. */
public interface Runs {

    /** Starts one for each target, in their order. Several, all of one dataset, axes and fingerprint, are read by one scan. */
    List<Run> start(List<Target> targets, SliceLimits terms);

    /** The share of a scan's memory that a slice takes; from 1 on it is read on its own. Answered from memory. */
    double share(SliceKey key);

    /** A slice that is to be stored. */
    record Target(SliceKey key, String version) {
    }

    /** One run under way, independent of others that the same scan reads. */
    interface Run {

        /**
         * What was stored; or {@link ScanFailedException}, {@link SourceFailedException}, {@link SourceChangedException},
         * {@link TooLargeException},
         * {@link MemoUnavailableException}, {@link MemoRefusedException}, and then nothing is left of it soon.
         */
        CompletionStage<Stored> outcome();

        /** Ends the run soon, in the database too, and does not wait for that. Harmless when it has ended. */
        void cancel();

        /** Removes what was stored, because it will not be committed; does not wait for that. */
        void discard();
    }

    /**
     * A slice whose chunks are stored, not yet known to readers.
     *
     * @param chunks how many of either column
     * @param last the last chunk of both columns where it is small: the commit stores it
     */
    record Stored(long rows, long omitted, ColumnTypes columns, boolean reduced, int chunkValues, int chunks,
            @Nullable Chunk last, String checksum) {
    }

    /** Values of both columns as they lie in the memo. */
    record Chunk(byte[] x, byte[] y) {
    }
}
