package io.figcast.compute.source.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A path, or a glob over paths ({@code *}, {@code **}, {@code ?}, {@code […]}, {@code {…}}) below a fixed directory. */
final class FileGlob {

    private static final int DEEPEST = 16;

    private final Path root;
    private final @Nullable String pattern;

    private FileGlob(Path root, @Nullable String pattern) {
        this.root = root;
        this.pattern = pattern;
    }

    static FileGlob of(Path base, String spec) {
        Path literal = base.resolve(spec).normalize();
        if (Files.isRegularFile(literal)) {
            return new FileGlob(literal, null); // a file's name may hold a bracket or a star
        }
        int glob = 0;
        while (glob < spec.length() && "*?[{".indexOf(spec.charAt(glob)) < 0) {
            glob++;
        }
        int slash = spec.lastIndexOf('/', glob - 1);
        return glob == spec.length() ? new FileGlob(literal, null)
                : new FileGlob(base.resolve(spec.substring(0, slash + 1)).normalize(), spec.substring(slash + 1));
    }

    /** The files there are, sorted by name. Hidden ones do not count. */
    List<DataFile> files() throws IOException {
        if (pattern == null) {
            return Files.isRegularFile(root) ? List.of(new DataFile(root, root.getFileName().toString())) : List.of();
        }
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        int depth = pattern.contains("**") ? DEEPEST : (int) pattern.chars().filter(c -> c == '/').count() + 1;
        try (Stream<Path> below = Files.walk(root, depth)) {
            return below.filter(path -> matcher.matches(root.relativize(path))).filter(this::visible)
                    .filter(Files::isRegularFile).map(path -> new DataFile(path, name(path)))
                    .sorted(Comparator.comparing(DataFile::name)).toList();
        }
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private boolean visible(Path path) {
        return !("/" + name(path)).contains("/.");
    }
}
