/**
 * One plain state machine for each category: the newest signal, the held answer, the look-up and requests under way, and who
 * waits. A simulation drives it through thousands of worlds.
 */
@NullMarked
package io.figcast.chart.category.state;

import org.jspecify.annotations.NullMarked;
