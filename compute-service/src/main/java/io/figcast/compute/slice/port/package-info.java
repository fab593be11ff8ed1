/**
 * What computing a slice needs of the outside: memo, runs, signals, time, and somebody who listens. Each port is small
 * enough to be simulated, so that the same code runs in the service, in unit tests and under the seeded simulation.
 */
@NullMarked
package io.figcast.compute.slice.port;

import org.jspecify.annotations.NullMarked;
