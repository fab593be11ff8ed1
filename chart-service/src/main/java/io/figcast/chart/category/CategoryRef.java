package io.figcast.chart.category;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of one category of one dataset.
 *
 * @param dataset the dataset's name: {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param category 1 to 256 Unicode code points, exactly as they stand in the data
 */
public record CategoryRef(String dataset, String category) {

    public static final int MAX_CODE_POINTS = 256;
    private static final Pattern DATASET = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public CategoryRef {
        if (!isDataset(dataset)) {
            throw new IllegalArgumentException("not a dataset's name");
        }
        if (category.isEmpty() || isTooLong(category) || hasLoneSurrogate(category)) {
            throw new IllegalArgumentException("not a category: 1 to 256 Unicode code points are");
        }
    }

    /** The key of every record about this category. A dataset's name has no slash, so it can be told apart. */
    public String recordKey() {
        return dataset + "/" + category;
    }

    /** The slice id: hex SHA-256 of dataset, category and the dataset's fingerprint, joined by NUL, in UTF-8. */
    public String sliceId(String fingerprint) {
        byte[] text = String.join("\0", dataset, category, fingerprint).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether a dataset may have this name. */
    public static boolean isDataset(String name) {
        return DATASET.matcher(name).matches();
    }

    public static boolean isTooLong(String category) {
        return category.length() > MAX_CODE_POINTS
                && category.codePointCount(0, category.length()) > MAX_CODE_POINTS;
    }

    public static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
