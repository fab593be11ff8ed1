package io.figcast.compute.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.Sha256;

/** The digests of files, kept as long as a file's size and time of change stay as they were. */
public final class FileHashes {

    /** A file changed this recently may change again without its time showing it, on coarse file systems. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final int BUFFER = 1 << 16;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;

    public FileHashes(Clock clock) {
        this.clock = clock;
    }

    /** Hex SHA-256 of the file's content. */
    public String of(DataFile file) {
        try {
            var attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            Known before = known.get(file.path());
            if (before != null && before.fits(attributes)) {
                return before.hash();
            }
            boolean settled = attributes.lastModifiedTime().toInstant().plus(SETTLED).isBefore(clock.instant());
            String hash = digest(file.path());
            if (settled) {
                known.put(file.path(), new Known(attributes.size(), attributes.lastModifiedTime(), hash));
            }
            return hash;
        } catch (IOException e) {
            throw new SourceFailedException(Messages.bounded("file " + file.name() + " cannot be read"), e);
        }
    }

    private static String digest(Path path) throws IOException {
        MessageDigest digest = Sha256.create();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(path)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private record Known(long size, FileTime changed, String hash) {

        boolean fits(BasicFileAttributes attributes) {
            return size == attributes.size() && changed.equals(attributes.lastModifiedTime());
        }
    }
}
