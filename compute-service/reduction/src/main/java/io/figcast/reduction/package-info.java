/**
 * What is done with slices that have more rows than a browser draws comfortably: their bins, a representative sample for
 * markers, a decimation for the line that keeps its order and its extremes. It asks {@link io.figcast.reduction.Rows}, which
 * are in memory or in an engine, few questions; both have to answer alike. No framework is imported here.
 */
@NullMarked
package io.figcast.reduction;

import org.jspecify.annotations.NullMarked;
