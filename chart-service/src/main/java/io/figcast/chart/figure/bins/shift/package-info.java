/**
 * How Plotly moves the edges of bins away from the values, so that few lie on an edge. The values are counted within bounds
 * first, and one by one only if the bounds leave the matter open.
 */
@NullMarked
package io.figcast.chart.figure.bins.shift;

import org.jspecify.annotations.NullMarked;
