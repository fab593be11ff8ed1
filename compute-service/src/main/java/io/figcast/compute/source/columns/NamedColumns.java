package io.figcast.compute.source.columns;

import java.util.Optional;

/** The columns that a dataset names itself; the rest is to be chosen. */
public record NamedColumns(Optional<String> category, Optional<String> x, Optional<String> y) {

    public static final NamedColumns NOTHING = new NamedColumns(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean everything() {
        return category.isPresent() && axes();
    }

    /** Whether nothing else is drawn unless it is listed. */
    public boolean axes() {
        return x.isPresent() && y.isPresent();
    }
}
