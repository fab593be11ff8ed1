package io.figcast.compute.catalogue;

import java.time.Duration;
import java.util.Optional;

/**
 * A dataset's catalogue as it was found in Redis.
 *
 * @param sha1 of its text, which a replacement names; of nothing where there is none
 * @param unconfirmedFor how long no replica has confirmed it
 */
record StoredCatalogue(Optional<Catalogue> catalogue, String sha1, Duration unconfirmedFor) {

    /**
     * Whether a replica may put its own in the place of this one. Replicas may differ for a while, as when the service
     * is rolled out: then what one learned last stands, and the others do not fight over it.
     *
     * @param news whether the replica has learned it since it last looked here
     * @param patience after which nobody confirms this one any more
     */
    boolean givesWayTo(Catalogue own, boolean news, Duration patience) {
        if (own.reading()) { // it says nothing yet
            return catalogue.isEmpty();
        }
        if (catalogue.isEmpty() || unconfirmedFor.compareTo(patience) > 0) {
            return true;
        }
        Catalogue stored = catalogue.get();
        if (own.error().isPresent()) { // perhaps only this replica cannot reach its source
            return stored.reading() || news && !stored.fingerprint().equals(own.fingerprint());
        }
        return news || stored.reading() || stored.error().isPresent();
    }
}
