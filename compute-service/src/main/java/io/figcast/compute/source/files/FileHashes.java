package io.figcast.compute.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.Messages;

/** The digests of files, kept as long as nothing is done to a file. */
public final class FileHashes {

    /** A file changed this recently may change again without its time showing it, on coarse file systems. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final int BUFFER = 1 << 16;
    private static final int TRIES = 3;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Known(Stamp stamp, String hash) {
    }

    public FileHashes(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds a file as it is now to the fingerprint. */
    public void add(DataFile file, Fingerprint fingerprint) {
        add(file, fingerprint, new HashProgress());
    }

    /** The same, and tells how far it is. */
    public void add(DataFile file, Fingerprint fingerprint, HashProgress progress) {
        Known now = known(file, progress);
        fingerprint.file(file.name(), now.hash(), now.stamp().toString());
    }

    private Known known(DataFile file, HashProgress progress) {
        try {
            for (int i = 0; i < TRIES; i++) {
                Stamp stamp = Stamp.of(file.path());
                Known before = known.get(file.path());
                if (before != null && before.stamp().equals(stamp)) {
                    return before;
                }
                boolean settled = stamp.newest().plus(SETTLED).isBefore(clock.instant());
                Known now = new Known(stamp, digest(file.path(), progress));
                if (Stamp.of(file.path()).equals(stamp)) {
                    if (settled) {
                        known.put(file.path(), now);
                    }
                    return now;
                }
            }
        } catch (IOException e) {
            throw new SourceFailedException(Messages.bounded("file " + file.name() + " cannot be read"), e);
        }
        throw new SourceFailedException(
                Messages.bounded("file " + file.name() + " changes faster than it can be read"), null);
    }

    private static String digest(Path path, HashProgress progress) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(path)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
                progress.add(n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What the file system says of a file.
     *
     * @param touched when anything was last done to it, a renaming too, where the file system tells
     */
    private record Stamp(long size, FileTime changed, FileTime touched, String key) {

        static Stamp of(Path path) throws IOException {
            var basic = Files.readAttributes(path, BasicFileAttributes.class);
            FileTime touched = path.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? (FileTime) Files.getAttribute(path, "unix:ctime")
                    : basic.creationTime();
            return new Stamp(basic.size(), basic.lastModifiedTime(), touched, String.valueOf(basic.fileKey()));
        }

        Instant newest() {
            return (changed.compareTo(touched) > 0 ? changed : touched).toInstant();
        }
    }
}
