/**
 * What becomes of a question, as spans of its trace: the request that it leads to, the signal that comes back, reading and
 * drawing. Off unless OpenTelemetry's SDK is switched on. Calls over HTTP are traced by Quarkus; a warm answer is nothing but
 * that call.
 */
@NullMarked
package io.figcast.chart.trace;

import org.jspecify.annotations.NullMarked;
