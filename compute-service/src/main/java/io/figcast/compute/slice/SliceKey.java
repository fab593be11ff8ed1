package io.figcast.compute.slice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a slice: one category of a dataset in one state of the dataset's definition and data.
 *
 * @param dataset the dataset's name
 * @param category the category, exactly as it stands in the data
 * @param fingerprint hex digest of the dataset's definition and the content of its files
 * @param axes null means the dataset's own columns
 */
public record SliceKey(String dataset, String category, String fingerprint, @Nullable Axes axes) {

    public SliceKey {
        if (dataset.isEmpty() || category.isEmpty() || fingerprint.isEmpty()) {
            throw new IllegalArgumentException("dataset, category and fingerprint must not be empty");
        }
    }

    /** A slice of the dataset's own columns. */
    public SliceKey(String dataset, String category, String fingerprint) {
        this(dataset, category, fingerprint, null);
    }

    /** The same category and axes in another state of the data. */
    public SliceKey withFingerprint(String other) {
        return new SliceKey(dataset, category, other, axes);
    }

    /** Whether one scan can read both: they differ by nothing but their category. */
    public boolean isReadWith(SliceKey other) {
        return new SliceKey(other.dataset, category, other.fingerprint, other.axes).equals(this);
    }

    /** The slice id: hex SHA-256 of dataset, category, fingerprint and, where there are axes, x and y, joined by NUL. */
    public String id() {
        try {
            String own = String.join("\0", dataset, category, fingerprint);
            byte[] text = (axes == null ? own : String.join("\0", own, axes.x(), axes.y())).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The key of messages about it. */
    public String messageKey() {
        return messageKey(dataset, category, axes);
    }

    /** The key of messages about a category: compaction keeps one for each pair of axes. */
    public static String messageKey(String dataset, String category, @Nullable Axes axes) {
        return dataset + (axes == null ? "" : axes.query()) + '/' + category;
    }
}
