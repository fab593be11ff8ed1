/** The service's root package. */
@NullMarked
package io.figcast.chart;

import org.jspecify.annotations.NullMarked;
