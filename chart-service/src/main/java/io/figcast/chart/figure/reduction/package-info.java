/**
 * What is done with slices that have more rows than a browser draws comfortably: their bins, a representative sample for
 * markers, a decimation for the line that keeps its order and its extremes.
 */
@NullMarked
package io.figcast.chart.figure.reduction;

import org.jspecify.annotations.NullMarked;
