package io.figcast.chart.category;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The name of one category of one dataset, and the axes under which its rows are drawn.
 *
 * @param dataset the dataset's name: {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param category 1 to 256 Unicode code points, exactly as they stand in the data
 * @param axes null for the dataset's own
 */
public record CategoryRef(String dataset, String category, @Nullable Axes axes) {

    public static final int MAX_CODE_POINTS = 256;
    private static final Pattern DATASET = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public CategoryRef {
        if (!isDataset(dataset)) {
            throw new IllegalArgumentException("not a dataset's name");
        }
        if (!isName(category)) {
            throw new IllegalArgumentException("not a category: expected 1 to 256 Unicode code points");
        }
    }

    public CategoryRef(String dataset, String category) {
        this(dataset, category, null);
    }

    /** The same category under the dataset's own axes. */
    public CategoryRef underOwnAxes() {
        return axes == null ? this : new CategoryRef(dataset, category);
    }

    /** The key of every record about it. A dataset's name has neither slash nor question mark, so it can be told apart. */
    public String recordKey() {
        return dataset + (axes == null ? "" : axes.query()) + "/" + category;
    }

    /**
     * The slice id: hex SHA-256 of dataset, category, the dataset's fingerprint and what axes there are, joined by NUL, in
     * UTF-8.
     */
    public String sliceId(String fingerprint) {
        String name = String.join("\0", dataset, category, fingerprint);
        byte[] text = (axes == null ? name : String.join("\0", name, axes.x(), axes.y())).getBytes(StandardCharsets.UTF_8);
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

    /** Whether it can be the name of a category or a column. */
    public static boolean isName(String text) {
        return !text.isEmpty() && !isTooLong(text) && !hasLoneSurrogate(text);
    }

    public static boolean isTooLong(String category) {
        return category.length() > MAX_CODE_POINTS
                && category.codePointCount(0, category.length()) > MAX_CODE_POINTS;
    }

    public static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
