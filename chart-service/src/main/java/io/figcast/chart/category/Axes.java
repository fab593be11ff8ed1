package io.figcast.chart.category;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The two columns that are drawn, where they are not the dataset's own: the dataset's own pair is expressed by naming none.
 *
 * @param x the column drawn from left to right, 1 to 256 Unicode code points, exactly as it stands in the data
 * @param y the column drawn upwards
 */
public record Axes(String x, String y) {

    public Axes {
        if (!CategoryRef.isName(x) || !CategoryRef.isName(y)) {
            throw new IllegalArgumentException("not a column: expected 1 to 256 Unicode code points");
        }
    }

    /** {@code ?x=<x>&y=<y>}, percent-encoded (RFC 3986, of UTF-8, all but unreserved characters). */
    String query() {
        return "?x=" + encoded(x) + "&y=" + encoded(y);
    }

    private static String encoded(String column) {
        return URLEncoder.encode(column, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
