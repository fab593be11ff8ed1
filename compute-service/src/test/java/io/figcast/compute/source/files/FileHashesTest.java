package io.figcast.compute.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {

    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;
    DataFile file;
    FileHashes hashes = new FileHashes(Clock.systemUTC());

    @BeforeEach
    void write() throws IOException {
        file = new DataFile(directory.resolve("a.csv"), "a.csv");
        Files.writeString(file.path(), "abc");
    }

    @Test
    void hashIsThatOfTheContent() {
        assertThat(hashes.of(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hashOfASettledFileIsKeptWhileSizeAndTimeStay() throws IOException {
        Files.setLastModifiedTime(file.path(), FileTime.from(LONG_AGO));
        String before = hashes.of(file);
        Files.writeString(file.path(), "xyz");
        Files.setLastModifiedTime(file.path(), FileTime.from(LONG_AGO));
        assertThat(hashes.of(file)).isEqualTo(before);
        Files.setLastModifiedTime(file.path(), FileTime.from(LONG_AGO.plusSeconds(1)));
        assertThat(hashes.of(file)).isNotEqualTo(before);
    }

    @Test
    void fileChangedJustNowIsReadAgain() throws IOException {
        String before = hashes.of(file);
        FileTime time = Files.getLastModifiedTime(file.path());
        Files.writeString(file.path(), "xyz");
        Files.setLastModifiedTime(file.path(), time);
        assertThat(hashes.of(file)).isNotEqualTo(before);
    }
}
