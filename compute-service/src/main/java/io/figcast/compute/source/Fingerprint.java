package io.figcast.compute.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Builds the digest of a definition and its data. Every part is preceded by its length, so that none can pose as two. */
public final class Fingerprint {

    private final MessageDigest digest = sha256();
    private final StringBuilder stamp = new StringBuilder();

    private Fingerprint() {
    }

    /** Starts the fingerprint of one kind of source. */
    public static Fingerprint of(String kind) {
        return new Fingerprint().text(kind);
    }

    /** The one digest in use. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public Fingerprint text(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
        return this;
    }

    /**
     * Adds one file.
     *
     * @param fileStamp which changes with everything that is done to the file on this machine
     */
    public Fingerprint file(String name, String hash, String fileStamp) {
        stamp.append(name).append('\n').append(fileStamp).append('\n');
        return text(name).text(hash);
    }

    public Snapshot snapshot() {
        return new Snapshot(hex(), stamp.toString());
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
