package io.figcast.compute.slice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Other columns to draw than the dataset's own.
 *
 * @param x the name of the column that is drawn from left to right
 * @param y the name of the column that is drawn upwards
 */
public record Axes(String x, String y) {

    /** The longest name of a column that can be asked for, in Unicode code points. */
    public static final int LONGEST_NAME = 256;

    public Axes {
        if (!isName(x) || !isName(y)) {
            throw new IllegalArgumentException("a column has a name of 1 to " + LONGEST_NAME + " characters");
        }
    }

    /** Whether a column of this name can be asked for. */
    public static boolean isName(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_NAME && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** As they stand in the keys of messages. No dataset's name has a question mark. */
    String query() {
        return "?x=" + percentEncoded(x) + "&y=" + percentEncoded(y);
    }

    private static String percentEncoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
