package io.figcast.chart.http.call;

import org.jspecify.annotations.Nullable;

/** The comparison of {@code If-None-Match} (RFC 9110, 13.1.2): weak, over a list, {@code *} matches everything. */
public final class EntityTags {

    private EntityTags() {
    }

    public static boolean match(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(etag)) {
            return true;
        }
        for (String one : ifNoneMatch.split(",", -1)) {
            String tag = one.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.startsWith("W/") && tag.substring(2).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
