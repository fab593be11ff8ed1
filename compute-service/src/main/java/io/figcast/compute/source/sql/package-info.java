/**
 * Rows that stay in the engine that holds them: what a reduction asks of them is asked in SQL that DuckDB, PostgreSQL, Trino
 * and ClickHouse understand. Each row has a place, a number that grows from row to row; ranks are found by counting the rows
 * of blocks of places, so that nothing is sorted or numbered for them.
 */
@NullMarked
package io.figcast.compute.source.sql;

import org.jspecify.annotations.NullMarked;
