package io.figcast.compute.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/**
 * Copies of data files in a private directory, because DuckDB reads files only, and not in every encoding: of those shipped
 * inside the service, and of those in an encoding of others.
 */
public final class CopiedFiles implements AutoCloseable {

    private static final Pattern DATA = Pattern.compile("data/[\\w-]+(\\.[\\w-]+)*");

    private final Path directory;
    private final Map<Path, Path> copies = new HashMap<>();

    public CopiedFiles() {
        try {
            directory = Files.createTempDirectory("figcast-data-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for the bundled data files", e);
        }
    }

    Path directory() {
        return directory;
    }

    synchronized DataFile extract(String resource) {
        Path file = directory.resolve(resource.replace('/', '_'));
        try (InputStream content = DATA.matcher(resource).matches() ? open(resource) : null) {
            if (content == null) {
                throw new SourceFailedException(Messages.bounded("there is no data file classpath:" + resource
                        + " in the service; those of your own lie in a data directory"), null);
            }
            if (!Files.exists(file)) {
                Files.createDirectories(directory); // what cleans up temporary files may have taken it
                Files.copy(content, file);
            }
            return new DataFile(file, resource);
        } catch (IOException e) {
            throw new SourceFailedException("the bundled data file " + resource + " cannot be copied to " + directory,
                    e);
        }
    }

    /**
     * A new copy of a file, under its name; the one made before is removed.
     *
     * @param written writes the copy
     */
    synchronized DataFile copy(DataFile original, Consumer<Path> written) {
        try {
            Files.createDirectories(directory);
            Path copy = Files.createTempFile(directory, "copy-", ".csv");
            Path before = copies.put(original.path(), copy);
            if (before != null) {
                Files.deleteIfExists(before);
            }
            written.accept(copy);
            return new DataFile(copy, original.name());
        } catch (IOException e) {
            throw new SourceFailedException(
                    Messages.bounded("file " + original.name() + " cannot be copied to " + directory), e);
        }
    }

    private static InputStream open(String resource) {
        return CopiedFiles.class.getClassLoader().getResourceAsStream(resource);
    }

    @Override
    public void close() {
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("temporary data files are left in " + directory, e);
        }
    }
}
