package io.figcast.compute.source;

/**
 * How much a catalogue holds.
 *
 * @param categories how many at most
 * @param bytes how long their names may be as JSON, all together
 */
public record CategoryBound(int categories, long bytes) {
}
