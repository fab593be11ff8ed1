package io.figcast.compute.slice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a slice: one category of a dataset in one state of the dataset's definition and data.
 *
 * @param dataset the dataset's name
 * @param category the category, exactly as it stands in the data
 * @param fingerprint hex digest of the dataset's definition and the content of its files
 */
public record SliceKey(String dataset, String category, String fingerprint) {

    public SliceKey {
        if (dataset.isEmpty() || category.isEmpty() || fingerprint.isEmpty()) {
            throw new IllegalArgumentException("dataset, category and fingerprint must not be empty");
        }
    }

    /** The same category in another state of its data. */
    public SliceKey withFingerprint(String other) {
        return new SliceKey(dataset, category, other);
    }

    /** The slice id: hex SHA-256 of dataset, category and fingerprint, joined by NUL, in UTF-8. */
    public String id() {
        try {
            byte[] text = String.join("\0", dataset, category, fingerprint).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
