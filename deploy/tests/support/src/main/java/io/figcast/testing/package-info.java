/**
 * A real Kafka and a real Redis for integration tests, one pair for each JVM: processes on this machine, or containers
 * where a Docker engine answers and already has the images. Tests see no difference and can stop, kill and freeze both.
 */
@NullMarked
package io.figcast.testing;

import org.jspecify.annotations.NullMarked;
