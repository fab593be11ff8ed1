package io.figcast.compute.source;

/**
 * What a source was at one moment. While two are equal, nothing was touched between them.
 *
 * @param fingerprint digest of what decides about the rows, equal on every machine; what was changed back has it again
 * @param stamp of this machine's files, which changes with everything that is done to them
 */
public record Snapshot(String fingerprint, String stamp) {
}
