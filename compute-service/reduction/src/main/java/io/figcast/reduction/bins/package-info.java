/**
 * The bins that Plotly's {@code autoBin} chooses for a column, to the last bit: its round sizes, its shifts away from values
 * that lie on edges, and its arithmetic. Where a pass over all rows with Plotly's own formula would be slow, bounds decide,
 * and the formula only if they leave the matter open.
 */
@NullMarked
package io.figcast.reduction.bins;

import org.jspecify.annotations.NullMarked;
