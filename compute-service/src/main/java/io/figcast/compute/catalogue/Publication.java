package io.figcast.compute.catalogue;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.figcast.compute.catalogue.store.CatalogueStore;
import io.figcast.compute.catalogue.store.CatalogueStoreException;
import io.quarkus.logging.Log;

/**
 * Keeps Redis's copy of the catalogues in step with what this replica knows, and tells the listeners of a change if it was this
 * replica that wrote it. An absent Redis is not a failure: the next check repairs it.
 */
final class Publication {

    /** After so many checks without a word, the replica that wrote a catalogue is taken to be gone. */
    private static final int PATIENCE = 3;
    private static final int LAST_PATIENCE = 30;
    private static final int TRIES = 3;

    private final CatalogueStore store;
    private final Collection<String> names;
    private final Duration checkEvery;
    private final Iterable<CatalogueListener> listeners;
    private final Executor executor;
    private final Map<String, Agreed> agreed = new ConcurrentHashMap<>();
    private final Map<String, String> published = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;

    /** What this replica last found or made right: its own catalogue, and the text in Redis that says the same. */
    private record Agreed(Catalogue own, String ending) {
    }

    /** @param names of all configured datasets */
    Publication(CatalogueStore store, Collection<String> names, Duration checkEvery, Iterable<CatalogueListener> listeners,
            Executor executor) {
        this.store = store;
        this.names = names;
        this.checkEvery = checkEvery;
        this.listeners = listeners;
        this.executor = executor;
    }

    /** Confirms or writes the catalogue of a dataset. Called by one thread at a time for each dataset. */
    void publish(Dataset dataset, Catalogue own) {
        try {
            store.index(names);
            for (int i = 0; i < TRIES && !settled(dataset, own); i++) {
                Log.debugf("Catalogue changed while it was being replaced dataset=%s", own.dataset());
            }
            back();
        } catch (CatalogueStoreException e) {
            away(e);
        }
    }

    /** Of the catalogue that stood in Redis when it was last looked at. */
    Optional<String> fingerprint(String dataset) {
        return Optional.ofNullable(published.get(dataset));
    }

    /** Takes out datasets that are no longer configured anywhere. */
    void removeAbandoned(Datasets datasets) {
        try {
            for (String name : store.indexed()) {
                if (datasets.find(name).isEmpty()) {
                    store.removeAbandoned(name, checkEvery.multipliedBy(LAST_PATIENCE));
                }
            }
        } catch (CatalogueStoreException e) {
            away(e);
        }
    }

    private boolean settled(Dataset dataset, Catalogue own) {
        Agreed last = agreed.get(own.dataset());
        boolean news = last == null || !last.own().saysTheSameAs(own);
        String ending = last == null || news ? ending(own.json().text()) : last.ending();
        Optional<CatalogueStore.Stored> other = store.confirm(own.dataset(), ending);
        if (other.isEmpty()) {
            published.put(own.dataset(), own.fingerprint());
            agreed.put(own.dataset(), new Agreed(own, ending));
            return true;
        }
        CatalogueStore.Stored stored = other.get();
        Optional<Catalogue> before = stored.json().map(Catalogue::of);
        before.ifPresent(old -> published.put(own.dataset(), old.fingerprint()));
        boolean same = before.filter(own::saysTheSameAs).isPresent();
        if (same && stored.ending().isPresent()) {
            agreed.put(own.dataset(), new Agreed(own, stored.ending().get()));
            return store.confirm(own.dataset(), stored.ending().get()).isEmpty();
        }
        boolean abandoned = stored.unconfirmedFor().compareTo(checkEvery.multipliedBy(PATIENCE)) > 0;
        if (!same && !mayReplace(before, abandoned, own, news)) {
            return true;
        }
        String text = own.json().text();
        if (!store.replace(own.dataset(), stored, text)) {
            return false;
        }
        published.put(own.dataset(), own.fingerprint());
        agreed.put(own.dataset(), new Agreed(own, ending(text)));
        before.filter(old -> !own.knowsNothing() && !old.knowsNothing() && !old.fingerprint().equals(own.fingerprint()))
                .ifPresent(old -> executor.execute(() -> announce(dataset, old, own)));
        return true;
    }

    private static String ending(String text) {
        return CatalogueStore.ending(text).orElseThrow();
    }

    /**
     * Whether this replica may put its own in the place of what is stored. Replicas may differ for a while, as when the service
     * is rolled out: then what one learned last stands, and the others do not fight over it.
     *
     * @param abandoned whether nobody confirms any more what is stored
     * @param news whether this replica has learned its own since it last looked there
     */
    private static boolean mayReplace(Optional<Catalogue> before, boolean abandoned, Catalogue own, boolean news) {
        if (own.knowsNothing()) { // what another replica knows is better, unless there is none any more
            return before.isEmpty() || (own.reading()
                    ? before.get().reading() && (abandoned || own.progress() > before.get().progress())
                    : before.get().reading() || abandoned || news && before.get().knowsNothing());
        }
        if (before.isEmpty() || abandoned) {
            return true;
        }
        Catalogue stored = before.get();
        if (own.error().isPresent()) { // perhaps only this replica cannot reach its source
            return stored.reading() || news && !stored.fingerprint().equals(own.fingerprint());
        }
        return news || stored.reading() || stored.error().isPresent();
    }

    private void announce(Dataset dataset, Catalogue before, Catalogue after) {
        Log.infof("Dataset changed dataset=%s fingerprint=%s", after.dataset(), after.fingerprint());
        for (CatalogueListener listener : listeners) {
            try {
                listener.changed(dataset, before, after);
            } catch (RuntimeException e) {
                Log.errorf(e, "Change of a dataset could not be announced dataset=%s", after.dataset());
            }
        }
    }

    private void away(CatalogueStoreException e) {
        if (reachable) {
            Log.warnf("Catalogues cannot be written to Redis for now cause=\"%s\"", e.getMessage());
        }
        reachable = false;
    }

    private void back() {
        if (!reachable) {
            Log.info("Catalogues are written to Redis again");
        }
        reachable = true;
    }
}
