/**
 * A memoized slice as this service reads it: the manifest that describes it and its two columns.
 */
@NullMarked
package io.figcast.chart.slice;

import org.jspecify.annotations.NullMarked;
