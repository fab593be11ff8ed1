/**
 * The configured datasets and the catalogue of their categories. A dataset is a name, a {@link
 * io.figcast.compute.source.Source} and some limits; what a source can do (DuckDB files, JDBC databases) stands
 * in the packages below. A broken definition never stops the service: its catalogue carries the error.
 */
@NullMarked
package io.figcast.compute.catalogue;

import org.jspecify.annotations.NullMarked;
