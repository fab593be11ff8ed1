/** Databases as datasets: any JDBC driver on the class path, small pools, results that stream, deadlines that arrive. */
@NullMarked
package io.figcast.compute.source.jdbc;

import org.jspecify.annotations.NullMarked;
