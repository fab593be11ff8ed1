/**
 * A slice, its identity, and how one comes to be computed exactly once: the state machine of memo, lease and signal.
 * Plain Java without a framework: Redis, Kafka, clock and source are small ports, so that the same code runs in the
 * service, in unit tests and under the seeded simulation.
 */
@NullMarked
package io.figcast.compute.slice;

import org.jspecify.annotations.NullMarked;
