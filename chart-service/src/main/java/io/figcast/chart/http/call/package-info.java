/**
 * What a call says: its parameters and header fields, each read in linear time and within bounds. What makes no sense is
 * refused with a problem where it matters, and ignored where HTTP says so.
 */
@NullMarked
package io.figcast.chart.http.call;

import org.jspecify.annotations.NullMarked;
