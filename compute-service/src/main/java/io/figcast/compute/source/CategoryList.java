package io.figcast.compute.source;

import java.util.List;
import java.util.Optional;

/**
 * The usable categories that a source has listed.
 *
 * @param leftOut how many were empty or longer than 256 code points
 * @param truncated whether there are more than the most that a catalogue holds
 * @param problem in one sentence, what users should know of the data
 */
public record CategoryList(List<String> categories, int leftOut, boolean truncated, Optional<String> problem,
        Description description) {

    public CategoryList with(Optional<String> aProblem, Description aDescription) {
        return new CategoryList(categories, leftOut, truncated, aProblem, aDescription);
    }
}
