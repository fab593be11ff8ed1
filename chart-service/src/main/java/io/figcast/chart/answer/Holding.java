package io.figcast.chart.answer;

import io.figcast.chart.category.Freshness;

/**
 * What this replica has of one category.
 *
 * @param answer the figures
 * @param fingerprint of the dataset for which they were computed
 * @param freshness how long they are good
 * @param checkedOffset the newest signal of the category when the memo was asked
 */
record Holding(Answer answer, String fingerprint, Freshness freshness, long checkedOffset) {
}
