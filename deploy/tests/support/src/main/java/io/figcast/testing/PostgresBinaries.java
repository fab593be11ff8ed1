package io.figcast.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.opentest4j.TestAbortedException;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server that Maven brings (Linux on x86-64), unpacked once where every user may run it. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {
    }

    static Path unpacked() throws IOException {
        Path home = Path.of("/tmp/figcast-postgresql-17.5");
        if (Files.isDirectory(home)) {
            return home;
        }
        boolean runs = System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64");
        InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null || !runs) {
            throw new TestAbortedException("There is no PostgreSQL server; on Debian: apt-get install postgresql");
        }
        Path unpacked = Files.createTempDirectory(Path.of("/tmp"), "figcast-postgresql-");
        try (TarArchiveInputStream files = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                unpack(file, files, unpacked);
            }
        }
        Files.setPosixFilePermissions(unpacked, FOR_ALL);
        try {
            return Files.move(unpacked, home);
        } catch (FileAlreadyExistsException another) {
            return home;
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                return;
            }
            Files.copy(content, file);
        }
        Files.setPosixFilePermissions(file, FOR_ALL);
    }
}
