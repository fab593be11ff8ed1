package io.figcast.compute.request;

/** Why a record is not accepted, as contracted: the names are wire names. */
public enum RejectCode {
    MALFORMED,
    UNKNOWN_DATASET,
    UNKNOWN_CATEGORY,
    UNKNOWN_COLUMN,
    TOO_LONG
}
