package io.figcast.chart.http.datasets;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Some categories of a dataset, in their order.
 *
 * @param categoryCount how many the dataset has
 * @param matchCount how many of them match the search
 * @param from how many of those that match come before these
 * @param next what {@code after} has to be for those that follow; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryPage(String dataset, int categoryCount, int matchCount, int from, List<CategorySummary> categories,
        @Nullable String next) {
}
