package io.figcast.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for what servers write while this process runs. Those of processes that are gone are removed with it. */
public final class RunDirectory implements AutoCloseable {

    private static final String PREFIX = "figcast-";
    private static final long BYTES_NEEDED = 256L << 20;

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    public static RunDirectory create(Path parent) {
        try {
            Files.createDirectories(parent);
            try (Stream<Path> earlier = Files.list(parent)) {
                earlier.filter(RunDirectory::isLeftOver).toList().forEach(RunDirectory::delete);
            }
            return new RunDirectory(
                    Files.createTempDirectory(parent.toAbsolutePath(), PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new ServerFailedException("Cannot create a directory in " + parent + ": " + e.getMessage() + ".");
        }
    }

    /** @throws ServerFailedException if the disk is as good as full */
    public void requireSpace() {
        // Not by its FileStore, which is found in the table of mounts: what lies in a chroot need not be in it.
        long free = path.toFile().getUsableSpace();
        if (free < BYTES_NEEDED) {
            throw new ServerFailedException("The disk of " + path.getParent() + " has only " + (free >> 20)
                    + " MiB left, and Figcast needs " + (BYTES_NEEDED >> 20)
                    + " MiB; the environment variable TMPDIR moves its data.");
        }
    }

    public Path path() {
        return path;
    }

    private static boolean isLeftOver(Path directory) {
        String name = String.valueOf(directory.getFileName());
        if (!name.matches(PREFIX + "\\d{1,18}-\\d+")) {
            return false;
        }
        String pid = name.substring(PREFIX.length(), name.lastIndexOf('-'));
        return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void delete(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // Another user's, or still being written to: the next run tries again.
        }
    }

    @Override
    public void close() {
        delete(path);
    }
}
