/**
 * The memo in Redis and the lease that makes a computation run once. What must happen together is one script, and all
 * keys of a slice share a hash tag, so that a script finds them on one node of a cluster. The low-level client is used
 * because the cache extension has no single flight.
 */
@NullMarked
package io.figcast.compute.memo;

import org.jspecify.annotations.NullMarked;
