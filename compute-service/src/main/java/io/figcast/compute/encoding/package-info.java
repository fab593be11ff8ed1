/**
 * JSON as it stands in Kafka and in Redis. What a message holds is a record beside its topic or key; how times, absent values
 * and bytes look is the same for all of them and is decided here.
 */
@NullMarked
package io.figcast.compute.encoding;

import org.jspecify.annotations.NullMarked;
