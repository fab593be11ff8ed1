/**
 * The catalogues in Redis: their JSON, their keys, and how one is confirmed, replaced and removed. Each call is one script on
 * one key, so that replicas agree without a lock; what is to stand there is decided by the room above.
 */
@NullMarked
package io.figcast.compute.catalogue.store;

import org.jspecify.annotations.NullMarked;
