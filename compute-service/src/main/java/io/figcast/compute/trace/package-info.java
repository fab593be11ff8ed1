/**
 * The steps of a request as spans of its trace, by OpenTelemetry's API: its context travels with the tasks of the loop, so
 * that who does a step need not know for whom.
 */
@NullMarked
package io.figcast.compute.trace;

import org.jspecify.annotations.NullMarked;
