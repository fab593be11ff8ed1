/**
 * The HTTP API. Quarkus REST serves all of it but the figures of the hot path and the event stream, which are Vert.x routes.
 * What a call says is read in {@code call}, who may make it is decided in {@code access}, what goes wrong is answered by
 * {@code problem}, and what happens is pushed from {@code events}.
 */
@NullMarked
package io.figcast.chart.http;

import org.jspecify.annotations.NullMarked;
