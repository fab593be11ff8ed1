/**
 * Dates as Plotly has them: their text, the parts of it that are worth showing, and the arithmetic of its calendar. An instant
 * is a number of milliseconds since 1970 UTC everywhere.
 */
@NullMarked
package io.figcast.reduction.date;

import org.jspecify.annotations.NullMarked;
