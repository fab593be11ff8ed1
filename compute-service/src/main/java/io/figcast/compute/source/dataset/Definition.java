package io.figcast.compute.source.dataset;

import java.time.Duration;

/**
 * One dataset as configured, checked.
 *
 * @param simulatedCost how long every computation takes at least
 */
public record Definition(String name, Presentation presentation, Limits limits, Precompute precompute, Duration simulatedCost,
        Origin origin) {

    public Definition asDefault() {
        return new Definition(name, presentation.asDefault(), limits, precompute, simulatedCost, origin);
    }
}
