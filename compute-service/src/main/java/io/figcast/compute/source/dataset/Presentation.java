package io.figcast.compute.source.dataset;

import java.util.Optional;

import io.figcast.compute.source.Description;

/**
 * How a dataset is shown.
 *
 * @param xTitle empty where neither a title nor a column is configured
 * @param order the place among the datasets, lowest first
 * @param byDefault whether this is the dataset of requests that name none
 */
public record Presentation(String title, String xTitle, String yTitle, int order, boolean byDefault,
        Optional<String> defaultCategory) {

    /** With the names that the source knows, where the configuration says nothing. */
    public Presentation completedBy(Description source) {
        return new Presentation(title, xTitle.isEmpty() ? source.x().orElse("x") : xTitle,
                yTitle.isEmpty() ? source.y().orElse("y") : yTitle, order, byDefault, defaultCategory);
    }

    /** With this category to begin with, where the configuration names none. */
    public Presentation beginningWith(Optional<String> category) {
        return new Presentation(title, xTitle, yTitle, order, byDefault, defaultCategory.or(() -> category));
    }

    Presentation asDefault() {
        return new Presentation(title, xTitle, yTitle, order, true, defaultCategory);
    }
}
