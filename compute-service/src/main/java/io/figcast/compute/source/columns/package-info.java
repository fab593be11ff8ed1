/**
 * What the columns of a table are fit for: as category, as x, as y. Plain rules over what was found in each, so that a reader
 * can follow why a column was chosen, and how to override it.
 */
@NullMarked
package io.figcast.compute.source.columns;

import org.jspecify.annotations.NullMarked;
