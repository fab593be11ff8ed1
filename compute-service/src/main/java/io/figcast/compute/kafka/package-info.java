/**
 * Kafka as this service uses it beyond consuming: its topics, and the one producer through which everything is sent.
 * The producer is our own and not a messaging channel, because nothing that came in may steer what goes out, and because
 * a channel would retry a signal behind one that was sent later.
 */
@NullMarked
package io.figcast.compute.kafka;

import org.jspecify.annotations.NullMarked;
