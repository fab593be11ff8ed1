/**
 * What is done with slices that have more rows than a browser draws comfortably: exact 2-D bins as Plotly's own
 * {@code autoBin} makes them, a representative sample for markers, a decimation for the line that keeps its order and its
 * extremes. Plain loops over arrays in as few passes as possible, on as many cores as there are; the outcome depends on the
 * rows only, never on how the work was shared out, so that every replica shows the same.
 */
@NullMarked
package io.figcast.chart.figure.reduction;

import org.jspecify.annotations.NullMarked;
