package io.figcast.compute.catalogue.store;

import java.time.Duration;
import java.util.Optional;

/**
 * A dataset's catalogue as it was found in Redis.
 *
 * @param json empty where there is none, or something else
 * @param sha1 of its text, which a replacement names; of nothing where there is none
 * @param unconfirmedFor how long no replica has confirmed it
 */
public record StoredCatalogue(Optional<CatalogueJson> json, String sha1, Duration unconfirmedFor) {
}
