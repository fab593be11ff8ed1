package io.figcast.compute.source.duckdb;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a directory of data files, and the sources that read them. */
public abstract class WithFiles {

    @TempDir
    protected Path directory;
    protected FileSources sources;

    @BeforeEach
    void start() {
        sources = new FileSources(directory);
    }

    @AfterEach
    void stop() {
        sources.close();
    }
}
