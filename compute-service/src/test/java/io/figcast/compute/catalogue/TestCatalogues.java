package io.figcast.compute.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.dataset.Definition;
import io.figcast.compute.source.dataset.Origin;
import io.figcast.compute.source.dataset.Precompute;
import io.figcast.compute.source.dataset.Presentation;

/** Definitions and catalogues for tests. */
final class TestCatalogues {

    static final Presentation PRESENTATION = new Presentation("Own", "a", "b", 3, false, Optional.empty());

    private TestCatalogues() {
    }

    static Definition definition(String name) {
        return new Definition(name, PRESENTATION, SliceLimits.DEFAULT, Duration.ofMinutes(10), Precompute.NEVER, Duration.ZERO,
                new Origin.Broken(""));
    }

    static Catalogue catalogue(String name, String fingerprint, String... categories) {
        return new Catalogue(name, PRESENTATION, List.of(categories), List.of(), List.of(), Optional.of(AxesChoice.NONE),
                fingerprint,
                Instant.parse("2026-11-22T04:30:00Z"), false, 0, Optional.empty());
    }

    static Catalogue failed(Catalogue catalogue) {
        return catalogue.failed(catalogue.updatedAt(), "no");
    }

    static Catalogue reading(String name) {
        return new Catalogue(name, PRESENTATION, List.of(), List.of(), List.of(), Optional.of(AxesChoice.NONE), "00",
                Instant.EPOCH, true, 0.37,
                Optional.empty());
    }

    static Catalogue noted(Catalogue catalogue) {
        return new Catalogue(catalogue.dataset(), catalogue.presentation(), catalogue.categories(), List.of(3L, 0L), List.of(
                new Note("LINES_LEFT_OUT", "2 lines", Map.of("lines", "2", "file", "a\"b")),
                new Note("OTHER", "one", Map.of())),
                Optional.of(AxesChoice.of("a", "b", List.of(new AxesChoice.Column("a", ColumnType.TIME),
                        new AxesChoice.Column("b", ColumnType.NUMBER)))),
                catalogue.fingerprint(), catalogue.updatedAt(), false, 0, Optional.empty());
    }
}
