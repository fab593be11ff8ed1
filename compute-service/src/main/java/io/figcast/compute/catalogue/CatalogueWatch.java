package io.figcast.compute.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.source.Description;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.dataset.Definition;
import io.quarkus.logging.Log;

/**
 * Keeps the newest catalogue of one dataset. Listings run one at a time with a pause between them; everybody who needs a
 * listing that begins after the current one shares the next.
 */
final class CatalogueWatch {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    /** How often a source is asked. */
    record Pace(Duration refreshEvery, Duration recheckInterval) {
    }

    private final Definition definition;
    private final Source source;
    private final Pace pace;
    private final CatalogueSchedule schedule;
    private final InstantSource clock;
    private final Consumer<Catalogue> publication;
    private final Object publishing = new Object();
    private volatile Catalogue newest;
    private @Nullable Listing running;
    private @Nullable Listing last;
    private @Nullable CompletableFuture<Catalogue> next;
    private @Nullable Catalogue hangs;
    private Instant endedAt = Instant.MIN;
    private Instant listedAt = Instant.MIN;

    CatalogueWatch(Definition definition, Source source, Pace pace, CatalogueSchedule schedule, InstantSource clock,
            Consumer<Catalogue> publication) {
        this.definition = definition;
        this.source = source;
        this.pace = pace;
        this.schedule = schedule;
        this.clock = clock;
        this.publication = publication;
        this.newest = new Catalogue(definition.name(), definition.presentation().completedBy(Description.NONE),
                List.of(), List.of(), List.of(), Optional.empty(), Catalogue.UNKNOWN, Instant.EPOCH, true, 0, Optional.empty());
    }

    Catalogue newest() {
        return newest;
    }

    /** The fingerprint of the data as they are, asked of the source on another thread; fails if it cannot be read. */
    CompletionStage<String> fingerprint() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        schedule.execute(() -> {
            try {
                answer.complete(source.snapshot().fingerprint());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** The result of a listing that began after this moment of {@link System#nanoTime}. Never fails. */
    synchronized CompletionStage<Catalogue> listedSince(long arrival) {
        if (last != null && last.beganAfter(arrival)) {
            return CompletableFuture.completedStage(newest);
        }
        if (running != null && running.whole() && running.beganAfter(arrival)) {
            return running.done().copy();
        }
        if (hangs != null) {
            return CompletableFuture.completedStage(hangs);
        }
        CompletableFuture<Catalogue> awaited = next;
        if (awaited == null) {
            awaited = new CompletableFuture<>();
            next = awaited;
            beginNext(); // where it may begin at once it is the next one no longer
        }
        return awaited.copy();
    }

    /** The regular check: files each time, a database where its turn has come. */
    synchronized void check() {
        if (running == null) {
            boolean due = !clock.instant().isBefore(plus(listedAt, pace.refreshEvery()));
            begin(due || !source.changesUnseen());
        }
    }

    /** Ends what is under way. */
    synchronized void stop() {
        if (running != null) {
            running.query().cancel();
        }
    }

    /** Begins the listing that is waited for, as soon as the pause is over. */
    private synchronized void beginNext() {
        if (running != null || next == null) {
            return;
        }
        Duration pause = Duration.between(clock.instant(), plus(endedAt, pace.recheckInterval()));
        if (pause.isNegative() || pause.isZero()) {
            begin(true);
        } else {
            schedule.after(pause, this::beginNext);
        }
    }

    private void begin(boolean whole) {
        CompletableFuture<Catalogue> awaited = next;
        next = null;
        Listing listing = new Listing(definition.presentation(), source, clock, System.nanoTime(), whole || awaited != null,
                new RunningQuery(),
                awaited == null ? new CompletableFuture<>() : awaited);
        running = listing;
        schedule.execute(() -> run(listing));
    }

    private void run(Listing listing) {
        Duration deadline = definition.listingDeadline();
        Runnable callOffCancel = schedule.after(deadline, listing.query()::cancel);
        Runnable callOffOverdue = schedule.after(deadline.plus(GRACE), () -> overdue(listing));
        try {
            tellProgress(listing);
            conclude(listing.after(newest));
        } catch (RuntimeException e) {
            Log.errorf(e, "Catalogue could not be published dataset=%s", definition.name());
        } finally {
            callOffCancel.run();
            callOffOverdue.run();
            ended(listing);
            listing.done().complete(newest);
        }
    }

    /** As long as nothing is known but that the source is being read, how far that is. */
    private void tellProgress(Listing listing) {
        synchronized (publishing) {
            if (newest.reading() && !listing.done().isDone()) {
                newest = newest.at(Math.max(newest.progress(), Math.floor(source.progress() * 100) / 100));
                publication.accept(newest);
                var unused = schedule.after(PROGRESS_EVERY, () -> tellProgress(listing));
            }
        }
    }

    private void conclude(Catalogue after) {
        synchronized (publishing) {
            try {
                publication.accept(after);
            } finally {
                newest = after;
            }
        }
    }

    /** Releases those who wait: a source that neither answers nor can be cancelled may never return. */
    private synchronized void overdue(Listing listing) {
        if (running != listing) {
            return;
        }
        hangs = newest.failed(clock.instant(),
                "the source has not answered within " + definition.listingDeadline().toSeconds() + " s");
        listing.done().complete(hangs);
        if (next != null) {
            next.complete(hangs);
            next = null;
        }
    }

    private synchronized void ended(Listing listing) {
        running = null;
        hangs = null;
        endedAt = clock.instant();
        if (listing.whole()) {
            last = listing;
            listedAt = endedAt;
        }
        beginNext();
    }

    private static Instant plus(Instant time, Duration duration) {
        return time.equals(Instant.MIN) ? time : time.plus(duration);
    }
}
