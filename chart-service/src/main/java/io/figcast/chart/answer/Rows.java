package io.figcast.chart.answer;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.slice.Slice;
import io.figcast.chart.slice.Slices;

/** The rows of a category, or why there are none. They take memory that others wait for until this is closed. */
public final class Rows implements AutoCloseable {

    private final Outcome outcome;
    private final Slices.@Nullable Use use;

    Rows(Outcome outcome, Slices.@Nullable Use use) {
        this.outcome = outcome;
        this.use = use;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Optional<Slice> slice() {
        return Optional.ofNullable(use).map(Slices.Use::slice);
    }

    @Override
    public void close() {
        if (use != null) {
            use.close();
        }
    }
}
