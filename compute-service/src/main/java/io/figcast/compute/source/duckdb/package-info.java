/**
 * Files as datasets, read by one embedded DuckDB that can reach nothing but the data directories. A file is looked at once
 * for as long as it stays as it is: how its text is laid out, what its columns hold, which of them make the slices.
 */
@NullMarked
package io.figcast.compute.source.duckdb;

import org.jspecify.annotations.NullMarked;
