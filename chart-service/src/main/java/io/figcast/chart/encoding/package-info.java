/**
 * Bytes as they go out and come in: an answer with its tag, plain and compressed; records as JSON; and JSON that others wrote,
 * read
 * strictly as to its form, so that no two readers can understand it differently, and tolerantly as to its content, so that
 * fields of a later version do no harm.
 */
@NullMarked
package io.figcast.chart.encoding;

import org.jspecify.annotations.NullMarked;
