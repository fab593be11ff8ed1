/**
 * Columns of files in DuckDB's SQL: their names, quoted, and the ways in which their values become doubles. No text from
 * data, requests or configuration becomes SQL without being quoted by {@link io.figcast.compute.source.duckdb.column.Sql}.
 */
@NullMarked
package io.figcast.compute.source.duckdb.column;

import org.jspecify.annotations.NullMarked;
