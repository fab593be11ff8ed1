/**
 * What is announced about slices, and how it gets to the broker. One producer writes all signals to one partition, so
 * that every reader sees them in the order in which they were decided.
 */
@NullMarked
package io.figcast.compute.signal;

import org.jspecify.annotations.NullMarked;
