package io.figcast.compute.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.Snapshot;

class FileHashesTest {

    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;
    DataFile file;
    FileHashes hashes = new FileHashes(Clock.systemUTC());
    FileHashes later = new FileHashes(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));

    @BeforeEach
    void write() throws IOException {
        file = new DataFile(directory.resolve("a.csv"), "a.csv");
        Files.writeString(file.path(), "abc");
    }

    @Test
    void unchangedFileIsTheSame() {
        assertThat(snapshot(later)).isEqualTo(snapshot(later)).isEqualTo(snapshot(hashes));
    }

    @Test
    void sameSizeAndTimeAreNotTheSameContent() throws IOException {
        Files.setLastModifiedTime(file.path(), FileTime.from(LONG_AGO));
        Snapshot before = snapshot(later);
        Files.writeString(file.path(), "xyz");
        Files.setLastModifiedTime(file.path(), FileTime.from(LONG_AGO));
        assertThat(snapshot(later).fingerprint()).isNotEqualTo(before.fingerprint());
    }

    @Test
    void fileThatIsReplacedAndPutBackHasItsFingerprintAgainAndAnotherStamp() throws IOException {
        Snapshot before = snapshot(later);
        Path aside = directory.resolve("aside");
        Files.move(file.path(), aside);
        Files.writeString(file.path(), "xyz");
        Files.move(aside, file.path(), StandardCopyOption.REPLACE_EXISTING);
        Snapshot after = snapshot(later);
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void fileChangedJustNowIsReadAgain() throws IOException {
        Snapshot before = snapshot(hashes);
        FileTime time = Files.getLastModifiedTime(file.path());
        Files.writeString(file.path(), "xyz");
        Files.setLastModifiedTime(file.path(), time);
        assertThat(snapshot(hashes).fingerprint()).isNotEqualTo(before.fingerprint());
    }

    private Snapshot snapshot(FileHashes hashes) {
        Fingerprint fingerprint = Fingerprint.of("test");
        hashes.add(file, fingerprint);
        return fingerprint.snapshot();
    }
}
