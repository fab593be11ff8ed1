package io.figcast.compute.source;

import java.util.List;
import java.util.Optional;

/**
 * What a source says about itself beside its categories.
 *
 * @param x the name of what x is, if the source knows it
 * @param notes on what was chosen, left out or taken for granted
 */
public record Description(Optional<String> x, Optional<String> y, List<Note> notes, AxesChoice axes) {

    public static final Description NONE = new Description(Optional.empty(), Optional.empty(), List.of(), AxesChoice.NONE);

    public Description {
        notes = List.copyOf(notes);
    }
}
