package io.figcast.testing;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * A program of this machine that some tests need. Where it is missing they are skipped and say how to install it, which
 * {@code mvn verify} repeats at its end; in CI they fail.
 */
public enum Program {

    CHROMIUM("apt-get install chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    KCAT("apt-get install kcat", "kcat"),
    NGINX("apt-get install nginx-light", "nginx"),
    REDIS("apt-get install redis-server", "redis-server");

    private static final List<String> MORE_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin");

    private final String installed;
    private final List<String> names;

    Program(String installed, String... names) {
        this.installed = installed;
        this.names = List.of(names);
    }

    /** Where it is: named by an environment variable such as {@code CHROMIUM}, on the path, or brought by the build. */
    public Optional<Path> find() {
        Stream<Path> named = Optional.ofNullable(System.getenv(name())).map(Path::of).stream();
        Stream<Path> folders = Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
                MORE_FOLDERS.stream()).map(Path::of);
        Stream<Path> here = folders.flatMap(folder -> names.stream().map(folder::resolve));
        return Stream.of(named, here, brought()).flatMap(paths -> paths).filter(Files::isExecutable).findFirst();
    }

    /** Where it is; if it is nowhere, the test that needs it ends here. */
    public Path require() {
        Optional<Path> found = find();
        if (found.isPresent()) {
            return found.get();
        }
        String missing = "There is no " + names.get(0) + "; on Debian: " + installed;
        if (System.getenv("CI") == null) {
            throw new TestAbortedException(missing);
        }
        throw new AssertionFailedError(missing);
    }

    /** What {@code browser/bring} unpacked beside this module's classes, where the machine has no browser. */
    private Stream<Path> brought() {
        if (this != CHROMIUM) {
            return Stream.empty();
        }
        try {
            Path classes = Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Stream.of(classes.resolveSibling("chromium").resolve("chromium"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
