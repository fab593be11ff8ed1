package io.figcast.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes that a program loads, in a file that the next JVM maps instead of reading and checking them again: a
 * dynamic class-data archive (JEP 350). It stands beside what was built, is of one build and one JVM, and nothing depends
 * on it but the time of a start.
 */
public final class ClassArchive {

    /** An archive that does not fit is silently ignored. */
    private static final List<String> SILENCE = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final Path file;
    private final Path jar;

    private ClassArchive(Path file, Path jar) {
        this.file = file;
        this.jar = jar;
    }

    /**
     * @param directory where it is kept
     * @param jar what the JVM is started with: another age is another build
     */
    public static ClassArchive of(Path directory, Path jar) {
        String jvm = System.getProperty("java.vm.vendor") + System.getProperty("java.vm.version");
        return new ClassArchive(directory.resolve("classes-%x-%x.jsa".formatted(jvm.hashCode(), age(jar).toMillis())), jar);
    }

    /** The broker's, whose class path must be jars only. */
    static ClassArchive ofThisModule() {
        Path own = Java.location();
        return of(own.resolveSibling("."), own);
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** The JVM's flags that use the archive, if there is one. */
    public List<String> flags() {
        return exists() ? flags("-XX:SharedArchiveFile=" + file) : List.of();
    }

    /** The JVM's flags that write the archive when the JVM ends in good order. */
    public List<String> recordingFlags() {
        return flags("-XX:ArchiveClassesAtExit=" + recorded());
    }

    private static List<String> flags(String first) {
        return Stream.concat(Stream.of(first), SILENCE.stream()).toList();
    }

    /** Puts the recorded archive into place, and removes those of earlier builds. */
    public void keep() throws IOException {
        if (!Files.exists(recorded())) {
            throw new ServerFailedException("No class archive was written at " + recorded() + ".");
        }
        try (Stream<Path> others = Files.list(directory())) {
            for (Path other : others.filter(ClassArchive::isArchive).toList()) {
                if (age(other).compareTo(age(jar)) < 0) {
                    Files.deleteIfExists(other);
                }
            }
        }
        Files.move(recorded(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path recorded() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private Path directory() {
        return file.toAbsolutePath().normalize().resolveSibling(".");
    }

    private static boolean isArchive(Path path) {
        return String.valueOf(path.getFileName()).matches("classes-[0-9a-f]+-[0-9a-f]+\\.jsa(\\.new)?");
    }

    private static FileTime age(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
