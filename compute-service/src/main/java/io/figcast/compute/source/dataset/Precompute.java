package io.figcast.compute.source.dataset;

import java.util.Optional;

/**
 * When all categories of a dataset are computed without being asked for.
 *
 * @param atStart once, when the service has started
 * @param cron at the times of a cron expression
 */
public record Precompute(boolean atStart, Optional<String> cron) {

    public static final Precompute NEVER = new Precompute(false, Optional.empty());
}
