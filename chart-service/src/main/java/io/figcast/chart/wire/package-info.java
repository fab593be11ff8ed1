/**
 * What all answers over HTTP have in common (bytes with their tag, problems, security headers), and JSON that others wrote:
 * read
 * strictly as to its form, so that no two readers can understand it differently, and tolerantly as to its content, so that
 * fields of a later version do no harm.
 */
@NullMarked
package io.figcast.chart.wire;

import org.jspecify.annotations.NullMarked;
