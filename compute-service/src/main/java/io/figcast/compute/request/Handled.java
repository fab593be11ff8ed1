package io.figcast.compute.request;

import org.jspecify.annotations.Nullable;

/**
 * What became of an accepted request.
 *
 * @param deferred the request, with its dataset, if it would have to wait and its dataset has no place left; otherwise its
 *        outcome is in the broker
 */
record Handled(@Nullable CategoryRequest deferred) {

    static final Handled ANSWERED = new Handled(null);
}
