/**
 * How many rows fall into each bin of the plane, and which one was the first there: exact counts, of all rows.
 */
@NullMarked
package io.figcast.chart.figure.histogram;

import org.jspecify.annotations.NullMarked;
