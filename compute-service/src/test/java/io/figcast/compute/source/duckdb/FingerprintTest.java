package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    Path here;
    @TempDir
    Path elsewhere;

    @Test
    void sameDefinitionAndContentGiveTheSameOnEveryMachine() throws IOException {
        for (Path directory : new Path[] { here, elsewhere }) {
            Files.createDirectory(directory.resolve("sub"));
            Files.writeString(directory.resolve("sub/a.csv"), "c,x,y\n");
            Files.writeString(directory.resolve("sub/b.csv"), "c,x,y\na,1,2\n");
        }
        assertThat(fingerprint(here, "sub/*.csv", "x")).isEqualTo(fingerprint(elsewhere, "sub/*.csv", "x"))
                .isEqualTo(fingerprint(here, here.resolve("sub").toString() + "/?.csv", "x"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void everythingThatDecidesAboutTheRowsChangesIt() throws IOException {
        Files.writeString(here.resolve("a.csv"), "c,x,y\na,1,2\n");
        Files.writeString(here.resolve("b.csv"), "c,x,y\na,1,2\n");
        String one = fingerprint(here, "a.csv", "x");
        assertThat(fingerprint(here, "a.csv", "y")).as("column").isNotEqualTo(one);
        assertThat(fingerprint(here, "*.csv", "x")).as("one more file").isNotEqualTo(one);
        String both = fingerprint(here, "*.csv", "x");
        Files.move(here.resolve("b.csv"), here.resolve("0.csv"));
        assertThat(fingerprint(here, "*.csv", "x")).as("another order").isNotEqualTo(both);
        Files.writeString(here.resolve("a.csv"), "c,x,y\na,1,3\n");
        assertThat(fingerprint(here, "a.csv", "x")).as("content").isNotEqualTo(one);
    }

    private static String fingerprint(Path directory, String spec, String x) {
        try (FileSources sources = new FileSources(directory)) {
            return sources.of(spec, "c", x, "y").snapshot().fingerprint();
        }
    }
}
