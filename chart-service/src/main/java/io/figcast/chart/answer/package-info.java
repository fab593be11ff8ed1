/**
 * Answers about a category: its figures, those of a region, its rows. {@link io.figcast.chart.answer.Answers} is where to
 * begin;
 * what to do when no answer is held is decided by the state machine in {@code category}.
 */
@NullMarked
package io.figcast.chart.answer;

import org.jspecify.annotations.NullMarked;
