package io.figcast.compute.source.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/**
 * Finds the files that a dataset names. They lie in one of the data directories, links followed, or are resources
 * shipped with the service ({@code classpath:data/…}). A relative path counts from each data directory in turn, then
 * from the working directory.
 */
public final class DataFiles {

    private static final String BUNDLED = "classpath:";
    private static final int NAMES_IN_A_MESSAGE = 20;

    private final List<Path> directories;
    private final CopiedFiles copies;

    public DataFiles(List<Path> directories, CopiedFiles copies) {
        this.directories = directories.stream().map(DataFiles::real).toList();
        this.copies = copies;
    }

    /** Every directory that may hold data, as absolute paths. */
    public List<Path> readable() {
        return Stream.concat(directories.stream(), Stream.of(copies.directory())).toList();
    }

    /**
     * The files of a path or glob, sorted by name.
     *
     * @throws SourceFailedException if there is none, or one lies outside the data directories
     */
    public List<DataFile> find(String spec) {
        if (spec.startsWith(BUNDLED)) {
            return List.of(copies.extract(spec.substring(BUNDLED.length())));
        }
        try {
            for (Path base : bases()) {
                List<DataFile> found = FileGlob.of(base, spec).files();
                if (!found.isEmpty()) {
                    found.forEach(file -> refuseOutside(spec, file));
                    return found;
                }
            }
            throw new SourceFailedException(Messages.bounded(nothingAt(spec)), null);
        } catch (IOException e) {
            throw new SourceFailedException(Messages.bounded("file " + spec + " cannot be read: " + e.getMessage()), e);
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw new SourceFailedException(Messages.bounded("file " + spec + " is neither a path nor a glob"), e);
        }
    }

    /**
     * A copy of a file that is read in its place.
     *
     * @param written writes the copy
     */
    public DataFile copy(DataFile original, Consumer<Path> written) {
        return copies.copy(original, written);
    }

    private List<Path> bases() {
        List<Path> bases = new ArrayList<>(directories);
        bases.add(Path.of("").toAbsolutePath());
        return bases;
    }

    private void refuseOutside(String spec, DataFile file) {
        Path real = real(file.path());
        if (directories.stream().noneMatch(real::startsWith)) {
            throw new SourceFailedException(Messages.bounded("file " + spec
                    + " lies outside the data directories, which figcast.data-directories names"), null);
        }
    }

    private String nothingAt(String spec) {
        if (bases().stream().anyMatch(base -> Files.isDirectory(base.resolve(spec)))) {
            return "file " + spec + " is a directory; name its files with a glob such as " + spec + "/*.parquet";
        }
        return "there is no file " + spec + "; the data directories hold "
                + Messages.some(names(), NAMES_IN_A_MESSAGE, "no files");
    }

    private List<String> names() {
        return directories.stream().flatMap(directory -> {
            try {
                return FileGlob.of(directory, "**").files().stream().map(DataFile::name);
            } catch (IOException e) {
                return Stream.empty(); // a data directory that is not there holds nothing
            }
        }).filter(Objects::nonNull).distinct().toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
