package io.figcast.compute.source.duckdb;

/** The three columns of a file that make its slices. */
public record Columns(String category, String x, String y) {
}
