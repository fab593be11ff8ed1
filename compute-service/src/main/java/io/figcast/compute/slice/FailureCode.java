package io.figcast.compute.slice;

/** Why there is no new slice, as contracted: the names are wire names. */
public enum FailureCode {
    SOURCE_FAILED,
    TIMED_OUT,
    TOO_LARGE,
    STORE_UNAVAILABLE
}
