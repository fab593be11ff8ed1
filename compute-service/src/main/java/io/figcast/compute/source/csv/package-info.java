/**
 * How a text file is laid out: its encoding, separator, header and columns. Everything is found out from the file's
 * bounded head, and the query engine is told, so that no malformed line further down changes what a column is called.
 */
@NullMarked
package io.figcast.compute.source.csv;

import org.jspecify.annotations.NullMarked;
