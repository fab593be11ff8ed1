package io.figcast.compute.catalogue.store;

/** Redis could not take a catalogue; the next check tries again. */
public class CatalogueStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogueStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
