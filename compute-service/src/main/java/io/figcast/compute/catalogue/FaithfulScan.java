package io.figcast.compute.catalogue;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.Source;

/**
 * A scan whose slices are those that the fingerprint names: none is complete before nothing is known to have been touched
 * while it was read. Where everything is read before the first row is handed, one look tells for all.
 */
record FaithfulScan(Source source, String fingerprint, Scan scan) implements Scan {

    @Override
    public void read(ScanSink sink) {
        Snapshot before = source.snapshot();
        if (!before.fingerprint().equals(fingerprint)) {
            throw new SourceChangedException(before.fingerprint());
        }
        Proven proven = new Proven(source, before, sink);
        try {
            scan.read(proven);
        } catch (SourceFailedException e) {
            failIfTouched(source, before); // a file that is being replaced may read as broken
            throw e;
        }
        proven.end();
    }

    private static void failIfTouched(Source source, Snapshot before) {
        Snapshot after = source.snapshot();
        if (!after.equals(before)) {
            throw new SourceChangedException(after.fingerprint());
        }
    }

    @Override
    public void cancel() {
        scan.cancel();
    }

    /** Looks before a slice is followed by another, which completes it. */
    private static final class Proven implements ScanSink {

        private final Source source;
        private final Snapshot before;
        private final ScanSink sink;
        private int current = -1;
        private boolean forAll;

        Proven(Source source, Snapshot before, ScanSink sink) {
            this.source = source;
            this.before = before;
            this.sink = sink;
        }

        @Override
        public void columns(int slice, ColumnTypes types) {
            of(slice).columns(slice, types);
        }

        @Override
        public void row(int slice, double x, double y) {
            of(slice).row(slice, x, y);
        }

        @Override
        public void omit(int slice) {
            of(slice).omit(slice);
        }

        @Override
        public void reduced(int slice, ReducedRows rows) {
            of(slice).reduced(slice, rows);
        }

        @Override
        public void unfit(int slice, SourceFailedException why) {
            of(slice).unfit(slice, why);
        }

        void end() {
            if (!forAll) {
                failIfTouched(source, before);
            }
        }

        private ScanSink of(int slice) {
            if (slice != current && !forAll) {
                failIfTouched(source, before);
                forAll = source.scansBeforeItHands();
            }
            current = slice;
            return sink;
        }
    }
}
