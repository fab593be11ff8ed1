/**
 * One category and what is known of it: the newest signal, the answer that is held, the request that is open and who waits.
 * Plain
 * Java without a framework, so that a simulation can drive it through thousands of worlds.
 */
@NullMarked
package io.figcast.chart.category;

import org.jspecify.annotations.NullMarked;
