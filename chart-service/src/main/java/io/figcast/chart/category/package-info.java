/**
 * What a category is, what is announced of it and what is held of it: names, signals, and how long an answer is good. What
 * follows from them is decided in {@code state}. No framework is imported here or there.
 */
@NullMarked
package io.figcast.chart.category;

import org.jspecify.annotations.NullMarked;
