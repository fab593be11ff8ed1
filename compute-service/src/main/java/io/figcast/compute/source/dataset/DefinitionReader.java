package io.figcast.compute.source.dataset;

import java.time.Duration;

import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.dataset.DatasetsConfig.DatasetConfig;

/** Makes a definition of what is configured for one dataset; what is wrong makes a broken one that says so. */
final class DefinitionReader {

    static final Duration LISTING_DEADLINE = Duration.ofMinutes(10);
    /** A browser draws so many rows as they are. */
    private static final long FEWEST_REDUCED = 5_000;
    private static final Duration NO_COST = Duration.ZERO;

    private final String name;
    private final DatasetConfig config;
    private final Settings settings;

    private DefinitionReader(String name, DatasetConfig config, Settings settings) {
        this.name = name;
        this.config = config;
        this.settings = settings;
    }

    /** @param settings which may know already what is wrong */
    static Definition read(String name, DatasetConfig config, Settings settings, boolean byDefault) {
        return new DefinitionReader(name, config, settings).definition(byDefault);
    }

    private Definition definition(boolean byDefault) {
        Origin origin = new OriginReader(config, settings).origin();
        SliceLimits limits = limits();
        Duration listingDeadline = settings.positive("listing-deadline", config.listingDeadline(),
                config.url().isPresent() ? limits.deadline() : LISTING_DEADLINE);
        Duration cost = settings.duration("simulated-cost", config.simulatedCost(), NO_COST);
        if (cost.isNegative()) {
            settings.problem("simulated-cost must not be negative");
        }
        Precompute precompute = new Precompute(
                settings.flag("precompute.at-start", config.precompute().atStart(), false), config.precompute().cron());
        Presentation presentation = presentation(byDefault);
        if (settings.problems().isEmpty()) {
            return new Definition(name, presentation, limits, listingDeadline, precompute, cost, origin);
        }
        String message = Messages.bounded(
                "dataset " + name + " is not configured right: " + String.join("; ", settings.problems()));
        return new Definition(name, presentation, SliceLimits.DEFAULT, LISTING_DEADLINE, Precompute.NEVER, NO_COST,
                new Origin.Broken(message));
    }

    private Presentation presentation(boolean byDefault) {
        long order = settings.number("order", config.order(), 0);
        if (order != (int) order) {
            settings.problem("order is too large");
        }
        return new Presentation(config.title().orElse(name),
                config.xTitle().or(config::xColumn).orElse(""), config.yTitle().or(config::yColumn).orElse(""),
                (int) order, byDefault, config.defaultCategory());
    }

    private SliceLimits limits() {
        Duration ttl = settings.positive("ttl", config.ttl(), SliceLimits.DEFAULT.ttl());
        Duration staleAfter = settings.positive("stale-after", config.staleAfter(), ttl.multipliedBy(3).dividedBy(4));
        if (staleAfter.compareTo(ttl) > 0) {
            settings.problem("stale-after must not be longer than ttl");
        }
        long maxRows = settings.number("max-rows", config.maxRows(), SliceLimits.DEFAULT.maxRows());
        if (maxRows <= 0) {
            settings.problem("max-rows must be more than 0");
        }
        Duration deadline = settings.positive("deadline", config.deadline(), SliceLimits.DEFAULT.deadline());
        return new SliceLimits(ttl, staleAfter, deadline, maxRows, reduceAbove(maxRows));
    }

    /** A bound on rows that is lower than what is reduced by default is meant to refuse. */
    private long reduceAbove(long maxRows) {
        long bound = settings.number("reduce-above", config.reduceAbove(), SliceLimits.DEFAULT.reduceAbove());
        if (config.reduceAbove().isPresent() && bound != 0 && (bound < FEWEST_REDUCED || bound > maxRows)) {
            settings.problem("reduce-above must be from " + FEWEST_REDUCED + " to max-rows, or 0 for never");
        }
        return bound == 0 || bound > maxRows ? SliceLimits.NEVER : bound;
    }
}
