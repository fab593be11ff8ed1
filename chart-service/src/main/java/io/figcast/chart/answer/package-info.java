/**
 * Answers to what is asked of a category: figures, those of a region, rows. {@link io.figcast.chart.answer.Answers} reads from
 * top
 * to bottom; what to do about a category that is not held is decided by its state machine in {@code category}.
 */
@NullMarked
package io.figcast.chart.answer;

import org.jspecify.annotations.NullMarked;
