/**
 * The configured datasets and the catalogue of their categories: listed regularly, kept in memory, and agreed upon with the
 * other
 * replicas by what stands in {@code store}. A broken definition never stops the service: its catalogue carries the error.
 */
@NullMarked
package io.figcast.compute.catalogue;

import org.jspecify.annotations.NullMarked;
