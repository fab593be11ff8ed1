/**
 * A real Kafka broker and a real Redis as child processes that live no longer than this one; tests use the same two. The
 * broker runs in a JVM of its own with the class path that the build writes to {@code target/classpath}, so that a test
 * that uses {@link io.figcast.local.server.LocalKafka} needs none of its libraries.
 */
@NullMarked
package io.figcast.local.server;

import org.jspecify.annotations.NullMarked;
