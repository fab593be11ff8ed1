/**
 * How Plotly moves the edges of bins away from the values, so that few lie on an edge.
 */
@NullMarked
package io.figcast.reduction.bins.shift;

import org.jspecify.annotations.NullMarked;
