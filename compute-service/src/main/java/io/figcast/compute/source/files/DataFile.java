package io.figcast.compute.source.files;

import java.nio.file.Path;

/**
 * One file of a dataset.
 *
 * @param name relative to where the dataset's files lie, equal on every machine, with {@code /} between its parts
 */
public record DataFile(Path path, String name) {
}
