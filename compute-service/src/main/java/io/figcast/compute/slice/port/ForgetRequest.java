package io.figcast.compute.slice.port;

import java.util.List;
import java.util.Set;

/**
 * A request to forget a category. What of it can be served when the request comes for the first time is removed; when it
 * comes again, nothing that came later, whatever the data are then.
 *
 * @param ids name the request, or the several that were joined to this one
 * @param fingerprints of all data whose slices may be served at its arrival
 */
public record ForgetRequest(List<String> ids, Set<String> fingerprints) {

    public ForgetRequest {
        ids = List.copyOf(ids);
        fingerprints = Set.copyOf(fingerprints);
    }
}
