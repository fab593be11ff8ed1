package io.figcast.chart.category.state;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Held;

/**
 * A look into Redis for the slice of a category.
 *
 * @param number tells it from others of the same category
 * @param ref the category
 * @param edition of the dataset whose slice is looked for: its data and what figures say of them
 * @param offset the newest signal of the category when it began: what was announced later may have changed the slice
 * @param held what was held then; if the slice is still of that version nothing has to be drawn
 */
public record Lookup<A>(long number, CategoryRef ref, String edition, long offset, @Nullable Held<A> held) {
}
