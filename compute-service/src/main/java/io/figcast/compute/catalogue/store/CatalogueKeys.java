package io.figcast.compute.catalogue.store;

/** The names of the catalogue's keys in Redis. */
final class CatalogueKeys {

    /** The set of the names of all datasets, so that nobody needs to scan for them. */
    static final String INDEX = "figcast:1:catalogues";

    private CatalogueKeys() {
    }

    static String of(String dataset) {
        return "figcast:1:catalogue:" + dataset;
    }
}
