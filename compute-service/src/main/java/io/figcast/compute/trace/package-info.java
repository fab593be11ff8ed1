/**
 * What becomes of a request, as spans of the trace it came with: taking it, the query, storing, the signal. Off unless
 * OpenTelemetry's SDK is switched on. The parts of the service know nothing of it; their ports are wrapped.
 */
@NullMarked
package io.figcast.compute.trace;

import org.jspecify.annotations.NullMarked;
