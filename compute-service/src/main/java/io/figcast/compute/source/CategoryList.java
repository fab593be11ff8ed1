package io.figcast.compute.source;

import java.util.List;

/**
 * The usable categories that a source has listed.
 *
 * @param leftOut how many were empty or longer than 256 code points
 * @param truncated whether there are more than the most that a catalogue holds
 */
public record CategoryList(List<String> categories, int leftOut, boolean truncated) {
}
