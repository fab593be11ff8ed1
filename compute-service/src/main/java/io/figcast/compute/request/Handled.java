package io.figcast.compute.request;

/** What became of an accepted request. */
enum Handled {
    /** Its outcome is in the broker. */
    ANSWERED,
    /** It would have to wait, and its dataset has no place left. */
    DEFERRED
}
