package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.duckdb.FileSource;
import io.figcast.compute.source.duckdb.FileSources;
import io.figcast.compute.source.duckdb.RowList;

class FaithfulReadingTest {

    @TempDir
    Path directory;
    FileSources sources;
    FileSource source;
    Path file;
    String fingerprint;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("a.csv"), "c,x,y\na,1,1\n");
        sources = new FileSources(directory);
        source = sources.of("a.csv", "c", "x", "y");
        fingerprint = source.snapshot().fingerprint();
    }

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void rowsOfUntouchedFilesAreThoseOfTheFingerprint() {
        RowList rows = new RowList();
        reading(source.open("a"), false, "a").read(rows);
        assertThat(rows.rows()).containsExactly(new RowList.Row(1, 1));
    }

    @Test
    void fileReplacedBeforeTheQueryIsNoticedAndTheNewFingerprintIsNamed() throws IOException {
        Files.writeString(file, "c,x,y\na,2,2\n");
        assertThatThrownBy(() -> reading(source.open("a"), false, "a").read(new RowList()))
                .isInstanceOfSatisfying(SourceChangedException.class, changed -> assertThat(changed.fingerprint())
                        .isEqualTo(source.snapshot().fingerprint()).isNotEqualTo(fingerprint));
    }

    @Test
    void fileReplacedAndPutBackDuringTheQueryIsNoticed() {
        Path aside = directory.resolve("aside");
        Reading sly = new Reading() {
            @Override
            public void read(RowSink sink) {
                try {
                    Files.move(file, aside);
                    Files.writeString(file, "c,x,y\na,2,2\n");
                    source.open("a").read(sink);
                    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void cancel() {
            }
        };
        assertThatThrownBy(() -> reading(sly, false, "a").read(new RowList()))
                .isInstanceOf(SourceChangedException.class);
        assertThat(source.snapshot().fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void unprovenCategoryThatIsNotThereFails() {
        assertThatThrownBy(() -> reading(source.open("b"), true, "b").read(new RowList()))
                .isInstanceOf(SourceFailedException.class).hasMessageContaining("no such category");
        reading(source.open("a"), true, "a").read(new RowList());
    }

    private FaithfulReading reading(Reading reading, boolean unproven, String category) {
        return new FaithfulReading(source, new SliceKey("own", category, fingerprint), reading, unproven,
                new RunningQuery());
    }
}
