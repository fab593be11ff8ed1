/**
 * Files as datasets, read by one embedded DuckDB that can reach nothing but the data directories. No text from data,
 * requests or configuration becomes SQL without being quoted by {@link io.figcast.compute.source.duckdb.Sql}.
 */
@NullMarked
package io.figcast.compute.source.duckdb;

import org.jspecify.annotations.NullMarked;
