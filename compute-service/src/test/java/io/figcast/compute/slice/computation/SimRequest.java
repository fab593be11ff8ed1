package io.figcast.compute.slice.computation;

import java.time.Instant;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;

/** A request in Kafka's log: delivered until it is done, and sometimes again. */
final class SimRequest {

    final String id;
    final String category;
    final boolean forget;
    private final SliceLimits limits;
    private final boolean refresh;
    private final String ifVersion;
    private final boolean bulk;
    boolean done;
    /** When it was delivered for the first time. */
    Instant firstAccepted;

    SimRequest(String id, String category, SliceLimits limits, boolean refresh, String ifVersion, boolean bulk,
            boolean forget) {
        this.id = id;
        this.category = category;
        this.limits = limits;
        this.refresh = refresh;
        this.ifVersion = ifVersion;
        this.bulk = bulk;
        this.forget = forget;
    }

    void delivered(Instant now) {
        firstAccepted = firstAccepted == null ? now : firstAccepted;
    }

    SliceRequest of(String fingerprint) {
        return new SliceRequest(new SliceKey("fruit", category, fingerprint), limits, refresh, ifVersion, bulk);
    }
}
