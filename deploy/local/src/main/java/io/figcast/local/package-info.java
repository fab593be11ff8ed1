/**
 * Figcast on one machine without Docker: a real Kafka broker, a real Redis and both services, as child processes that
 * live no longer than this one. The broker runs in a JVM of its own with the class path that the build writes to
 * {@code target/classpath}, so that whoever uses {@link io.figcast.local.LocalKafka} needs none of its libraries.
 */
@NullMarked
package io.figcast.local;

import org.jspecify.annotations.NullMarked;
