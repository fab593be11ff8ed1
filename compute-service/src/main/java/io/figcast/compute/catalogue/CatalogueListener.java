package io.figcast.compute.catalogue;

/** Hears that a dataset's definition or data has changed. Called on one replica only, on a thread that may block. */
public interface CatalogueListener {

    /**
     * The fingerprint went from {@code before} to {@code after}: what was memoized under the old one no longer counts.
     *
     * @param before the catalogue as it stood in Redis, with the categories known until now
     */
    void changed(Dataset dataset, Catalogue before, Catalogue after);
}
