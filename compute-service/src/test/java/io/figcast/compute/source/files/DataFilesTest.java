package io.figcast.compute.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.slice.SourceFailedException;

class DataFilesTest {

    @TempDir
    Path directory;
    Path data;
    CopiedFiles bundled;
    DataFiles files;

    @BeforeEach
    void start() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        bundled = new CopiedFiles();
        files = new DataFiles(List.of(data, directory.resolve("not there")), bundled);
    }

    @AfterEach
    void stop() {
        bundled.close();
        assertThat(bundled.directory()).doesNotExist();
    }

    @Test
    void pathMayBeRelativeOrAbsolute() throws IOException {
        Path file = Files.writeString(data.resolve("a.csv"), "");
        assertThat(files.find("a.csv")).containsExactly(new DataFile(file.toRealPath(), "a.csv"));
        assertThat(files.find(file.toString())).containsExactly(new DataFile(file, "a.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/etc/passwd", "../secret.csv", "/etc/pass*", "../*.csv", "link.csv", "*k.csv" })
    void fileOutsideTheDataDirectoriesIsRefused(String spec) throws IOException {
        Files.writeString(directory.resolve("secret.csv"), "");
        Files.createSymbolicLink(data.resolve("link.csv"), directory.resolve("secret.csv"));
        assertThatThrownBy(() -> files.find(spec)).isInstanceOf(SourceFailedException.class)
                .hasMessage("file " + spec + " lies outside the data directories, which figcast.data-directories names");
    }

    @Test
    void linkWithinADataDirectoryIsFollowed() throws IOException {
        Files.createDirectory(data.resolve("..2026"));
        Files.writeString(data.resolve("..2026/a.csv"), "");
        Files.createSymbolicLink(data.resolve("..data"), Path.of("..2026"));
        Files.createSymbolicLink(data.resolve("a.csv"), Path.of("..data/a.csv"));
        assertThat(files.find("a.csv")).hasSize(1);
        assertThat(files.find("*.csv")).extracting(DataFile::name).containsExactly("a.csv");
        assertThat(files.find("**.csv")).extracting(DataFile::name).as("hidden ones do not count")
                .containsExactly("a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = { "classpath:data/none.csv", "classpath:application.properties", "classpath:/etc/passwd",
            "classpath:data/../application.properties" })
    void onlyBundledDataIsOnTheClassPath(String spec) {
        assertThatThrownBy(() -> files.find(spec)).isInstanceOf(SourceFailedException.class)
                .hasMessageStartingWith("there is no data file " + spec);
    }

    @Test
    void directoryIsAnsweredWithAGlob() {
        assertThatThrownBy(() -> files.find(data.toString())).hasMessageContaining("is a directory; name its files");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[.csv", "{.csv", "a\0b", "", "/", "[", "**" })
    void strangeSpecIsAnsweredWithAMessage(String spec) {
        assertThatThrownBy(() -> files.find(spec)).isInstanceOf(SourceFailedException.class);
    }
}
