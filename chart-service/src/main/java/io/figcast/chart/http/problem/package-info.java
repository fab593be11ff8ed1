/**
 * Errors as HTTP tells them: every one is a problem document (RFC 9457) with a code for programs, wherever it came about, in
 * REST, in a route or before either.
 */
@NullMarked
package io.figcast.chart.http.problem;

import org.jspecify.annotations.NullMarked;
