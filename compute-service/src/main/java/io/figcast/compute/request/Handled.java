package io.figcast.compute.request;

/** What became of an accepted request. */
enum Handled {
    /** Its outcome is in the broker. */
    ANSWERED,
    /** It would have to wait, and as many wait for its dataset already as may. */
    DEFERRED
}
