/**
 * The rows that figures are made of, and what one pass over them finds out. Plain loops over arrays on as many cores as there
 * are; the outcome depends on the rows only, never on how the work was shared out, so that every replica shows the same.
 */
@NullMarked
package io.figcast.chart.figure.rows;

import org.jspecify.annotations.NullMarked;
