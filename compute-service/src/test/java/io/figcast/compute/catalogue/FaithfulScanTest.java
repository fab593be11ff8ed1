package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.duckdb.ScannedRows;

class FaithfulScanTest {

    private final FakeSource source = new FakeSource();
    private final ScannedRows rows = new ScannedRows();

    @Test
    void noSliceIsFollowedByAnotherOnceTheDataWasTouched() {
        assertThatThrownBy(() -> scan(sink -> {
            sink.row(0, 1, 1);
            sink.row(1, 2, 2);
            source.stamp = "touched";
            sink.row(1, 3, 3);
            sink.row(2, 4, 4);
        })).isInstanceOf(SourceChangedException.class);

        assertThat(rows.slice(1).rows()).as("not known to be complete").hasSize(2);
        assertThat(rows.slice(2).rows()).isEmpty();
    }

    @Test
    void theLastSliceIsProvenToo() {
        assertThatThrownBy(() -> scan(sink -> {
            sink.row(0, 1, 1);
            source.fingerprint = "bb";
        })).isInstanceOfSatisfying(SourceChangedException.class,
                changed -> assertThat(changed.fingerprint()).isEqualTo("bb"));
    }

    @Test
    void whereAllIsReadFirstOneLookTellsForAll() {
        source.scansBeforeItHands = true;
        scan(sink -> {
            for (int slice = 0; slice < 100; slice++) {
                sink.row(slice, 1, 1);
            }
            source.stamp = "touched";
        });

        assertThat(source.looks).hasValue(2);
        assertThat(rows.slice(99).rows()).hasSize(1);
        assertThatThrownBy(() -> scan(sink -> {
            source.stamp = "touched while it was read";
            sink.row(100, 1, 1);
        })).isInstanceOf(SourceChangedException.class);
    }

    @Test
    void aScanThatReadsNothingIsProven() {
        source.scansBeforeItHands = true;
        assertThatThrownBy(() -> scan(sink -> source.stamp = "touched")).isInstanceOf(SourceChangedException.class);
    }

    @Test
    void otherDataThanTheFingerprintNamesIsNotRead() {
        source.fingerprint = "bb";
        assertThatThrownBy(() -> scan(sink -> {
            throw new AssertionError("read");
        })).isInstanceOf(SourceChangedException.class);
    }

    @Test
    void aFailureOfDataThatWasTouchedIsAChange() {
        assertThatThrownBy(() -> scan(sink -> {
            source.stamp = "touched";
            throw new SourceFailedException("half a file", null);
        })).isInstanceOf(SourceChangedException.class);
        source.stamp = "";
        assertThatThrownBy(() -> scan(sink -> {
            throw new SourceFailedException("no file", null);
        })).hasMessage("no file");
    }

    private void scan(Consumer<ScanSink> reading) {
        new FaithfulScan(source, "aa", new Scan() {

            @Override
            public void read(ScanSink sink) {
                reading.accept(sink);
            }

            @Override
            public void cancel() {
            }
        }).read(rows);
    }
}
