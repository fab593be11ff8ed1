package io.figcast.compute.request;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.encoding.Json;
import io.figcast.compute.slice.Axes;

/**
 * What a producer asks for.
 *
 * @param dataset null means the default dataset
 * @param category null means every category of the dataset
 * @param x the column to draw from left to right; null means the dataset's own
 * @param y the column to draw upwards, likewise
 * @param ifVersion with refresh: recompute only if the memo still holds this version
 */
public record CategoryRequest(@Nullable String dataset, @Nullable String category, @Nullable String x,
        @Nullable String y, boolean refresh, @Nullable String ifVersion, boolean forget) {

    /** The longest category, in Unicode code points. */
    public static final int LONGEST_CATEGORY = 256;

    public CategoryRequest {
        if (category != null && category.isEmpty()) {
            throw new RejectedException(RejectCode.MALFORMED, "category is empty");
        }
        if (category != null && category.codePointCount(0, category.length()) > LONGEST_CATEGORY) {
            throw new RejectedException(RejectCode.TOO_LONG, "category has more than 256 characters");
        }
        requireName("x", x);
        requireName("y", y);
        if (forget && refresh) {
            throw new RejectedException(RejectCode.MALFORMED, "forget and refresh exclude each other");
        }
        if (ifVersion != null && !refresh) {
            throw new RejectedException(RejectCode.MALFORMED, "ifVersion needs refresh");
        }
    }

    /** The request as a record's value: {@code request.schema.json}. */
    byte[] json() {
        return Json.bytes(new RequestJson(dataset, category, x, y, category == null, refresh, ifVersion, forget));
    }

    /** The same, of a dataset that is named. */
    CategoryRequest of(String named) {
        return new CategoryRequest(named, category, x, y, refresh, ifVersion, forget);
    }

    /** The same for one category. */
    CategoryRequest ofCategory(String one) {
        return new CategoryRequest(dataset, one, x, y, refresh, ifVersion, forget);
    }

    private static void requireName(String axis, @Nullable String column) {
        if (column != null && !Axes.isName(column)) {
            boolean tooLong = column.codePointCount(0, column.length()) > Axes.LONGEST_NAME;
            throw new RejectedException(tooLong ? RejectCode.TOO_LONG : RejectCode.MALFORMED,
                    axis + (tooLong ? " has more than " + Axes.LONGEST_NAME + " characters" : " is not a column name"));
        }
    }

    /** Whether every category of the dataset is meant. */
    public boolean all() {
        return category == null;
    }
}
