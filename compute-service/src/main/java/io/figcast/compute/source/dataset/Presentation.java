package io.figcast.compute.source.dataset;

import java.util.Optional;

/**
 * How a dataset is shown.
 *
 * @param order the place among the datasets, lowest first
 * @param byDefault whether this is the dataset of requests that name none
 */
public record Presentation(String title, String xTitle, String yTitle, int order, boolean byDefault,
        Optional<String> defaultCategory) {

    Presentation asDefault() {
        return new Presentation(title, xTitle, yTitle, order, true, defaultCategory);
    }
}
