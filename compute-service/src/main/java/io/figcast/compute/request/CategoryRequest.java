package io.figcast.compute.request;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.encoding.Json;

/**
 * What a producer asks for.
 *
 * @param dataset null means the default dataset
 * @param category null means every category of the dataset
 * @param ifVersion with refresh: recompute only if the memo still holds this version
 */
public record CategoryRequest(@Nullable String dataset, @Nullable String category, boolean refresh,
        @Nullable String ifVersion, boolean forget) {

    /** The longest category, in Unicode code points. */
    public static final int LONGEST_CATEGORY = 256;

    public CategoryRequest {
        if (category != null && category.isEmpty()) {
            throw new RejectedException(RejectCode.MALFORMED, "category is empty");
        }
        if (category != null && category.codePointCount(0, category.length()) > LONGEST_CATEGORY) {
            throw new RejectedException(RejectCode.TOO_LONG, "category has more than 256 characters");
        }
        if (forget && refresh) {
            throw new RejectedException(RejectCode.MALFORMED, "forget and refresh exclude each other");
        }
        if (ifVersion != null && !refresh) {
            throw new RejectedException(RejectCode.MALFORMED, "ifVersion needs refresh");
        }
    }

    /** The request as a record's value: {@code request.schema.json}. */
    byte[] json() {
        return Json.bytes(new RequestJson(dataset, category, category == null, refresh, ifVersion, forget));
    }

    /** The same, of a dataset that is named. */
    CategoryRequest of(String named) {
        return new CategoryRequest(named, category, refresh, ifVersion, forget);
    }

    /** Whether every category of the dataset is meant. */
    public boolean all() {
        return category == null;
    }
}
