package io.figcast.compute.source.duckdb;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.source.CategoryList;

/**
 * What was found out of the files of a dataset.
 *
 * @param own the queries of the dataset's own columns
 * @param large how many rows each category has that has more than {@link #FEW}
 */
record InspectedFiles(SliceQueries own, SampledColumns sampled, CategoryList categories, Map<String, Long> large) {

    /** So that little is to be remembered of a million categories. */
    static final long FEW = 1_000;

    /** How many rows a category has, or {@link #FEW} if it has fewer. */
    long rows(String category) {
        return large.getOrDefault(category, FEW);
    }

    /** @param axes null for the dataset's own */
    SliceQueries queries(@Nullable Axes axes) {
        if (axes == null) {
            return own;
        }
        categories.description().axes().require(axes);
        return own.drawing(sampled.conversion(axes.x()), sampled.conversion(axes.y()));
    }
}
