/**
 * Errors over HTTP: every one is a problem document (RFC 9457) with a code for programs, wherever it occurred, in REST, in a
 * route or before either.
 */
@NullMarked
package io.figcast.chart.http.problem;

import org.jspecify.annotations.NullMarked;
