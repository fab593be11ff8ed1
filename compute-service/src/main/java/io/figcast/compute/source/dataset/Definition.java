package io.figcast.compute.source.dataset;

import java.time.Duration;

import io.figcast.compute.slice.SliceLimits;

/**
 * One dataset as configured, checked.
 *
 * @param listingDeadline after which listing the categories is ended
 * @param simulatedCost how long every computation takes at least
 */
public record Definition(String name, Presentation presentation, SliceLimits limits, Duration listingDeadline,
        Precompute precompute, Duration simulatedCost,
        Origin origin) {

    public Definition asDefault() {
        return new Definition(name, presentation.asDefault(), limits, listingDeadline, precompute, simulatedCost,
                origin);
    }
}
