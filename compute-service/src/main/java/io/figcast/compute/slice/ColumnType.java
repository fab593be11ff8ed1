package io.figcast.compute.slice;

/** What the numbers of a slice's column mean. */
public enum ColumnType {
    NUMBER,
    /** Milliseconds since the beginning of 1970 in UTC. */
    TIME
}
