package io.figcast.compute.catalogue;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.figcast.compute.source.dataset.Definition;
import io.figcast.compute.source.dataset.Precompute;

/** One configured dataset. Thread-safe; only its catalogue changes. */
public final class Dataset {

    private final Definition definition;
    private final CatalogueWatch watch;

    Dataset(Definition definition, CatalogueWatch watch) {
        this.definition = definition;
        this.watch = watch;
    }

    public String name() {
        return definition.name();
    }

    public Duration ttl() {
        return definition.limits().ttl();
    }

    public Duration staleAfter() {
        return definition.limits().staleAfter();
    }

    public Duration deadline() {
        return definition.limits().deadline();
    }

    public long maxRows() {
        return definition.limits().maxRows();
    }

    public Precompute precompute() {
        return definition.precompute();
    }

    /** The newest known catalogue, from memory. Before the first answer of the source it has no categories. */
    public Catalogue catalogue() {
        return watch.newest();
    }

    /**
     * Asks the source again. Joins a check under way (the first one at start, too); completes at once with the newest
     * known where the last check is younger than {@code figcast.catalogue.recheck-interval}. Never fails: what went
     * wrong is the catalogue's {@code error}.
     */
    public CompletionStage<Catalogue> recheck() {
        return watch.recheck();
    }
}
