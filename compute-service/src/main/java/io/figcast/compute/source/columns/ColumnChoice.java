package io.figcast.compute.source.columns;

import java.util.Optional;

/**
 * The columns that make the slices of a dataset.
 *
 * @param category empty where all rows are one category
 * @param x empty where the number of the row stands for it
 */
public record ColumnChoice(Optional<String> category, Optional<String> x, String y) {

    /** The one category of a dataset that has no column for it. */
    public static final String ALL_ROWS = "all rows";
    /** The name of x where no column is. */
    public static final String ROW = "row";

    /** One sentence on what was chosen. */
    public String words() {
        return "category " + category.orElse(ALL_ROWS) + ", x " + x.orElse("the row number") + ", y " + y;
    }
}
