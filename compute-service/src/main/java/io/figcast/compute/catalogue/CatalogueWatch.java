package io.figcast.compute.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.dataset.Definition;
import io.quarkus.logging.Log;

/**
 * Keeps the newest catalogue of one dataset. One check runs at a time, on the given executor; whoever asks meanwhile
 * waits for that one.
 */
final class CatalogueWatch {

    /** How often a source is asked. */
    record Pace(Duration refreshEvery, Duration recheckInterval) {
    }

    private final Definition definition;
    private final Source source;
    private final Pace pace;
    private final Executor executor;
    private final Clock clock;
    private final Consumer<Catalogue> publication;
    private volatile Catalogue newest;
    private @Nullable Instant listedAt;
    private @Nullable CompletableFuture<Catalogue> underWay;
    private Instant checkedAt = Instant.MIN;

    CatalogueWatch(Definition definition, Source source, Pace pace, Executor executor, Clock clock,
            Consumer<Catalogue> publication) {
        this.definition = definition;
        this.source = source;
        this.pace = pace;
        this.executor = executor;
        this.clock = clock;
        this.publication = publication;
        this.newest = new Catalogue(definition.name(), definition.presentation(), List.of(),
                Fingerprint.of("not loaded yet").hex(), Instant.EPOCH,
                Optional.empty());
    }

    Catalogue newest() {
        return newest;
    }

    /** Asks the source, unless it was asked just now. */
    synchronized CompletionStage<Catalogue> recheck() {
        if (underWay == null && clock.instant().isBefore(checkedAt.plus(pace.recheckInterval()))) {
            return CompletableFuture.completedStage(newest);
        }
        return start(true).copy();
    }

    /** The regular check: files each time, a database where its turn has come. Joins a check under way. */
    synchronized void check() {
        boolean listed = listedAt != null && clock.instant().isBefore(listedAt.plus(pace.refreshEvery()));
        CompletableFuture<Catalogue> unused = start(!listed);
    }

    private synchronized CompletableFuture<Catalogue> start(boolean list) {
        if (underWay != null) {
            return underWay;
        }
        CompletableFuture<Catalogue> check = new CompletableFuture<>();
        underWay = check;
        executor.execute(() -> {
            try {
                newest = ask(list);
                check.complete(newest);
                publication.accept(newest);
            } catch (RuntimeException e) {
                Log.errorf(e, "Catalogue could not be checked dataset=%s", definition.name());
            } finally {
                ended();
                check.complete(newest);
            }
        });
        return check;
    }

    private synchronized void ended() {
        underWay = null;
        checkedAt = clock.instant();
    }

    private Catalogue ask(boolean list) {
        Catalogue before = newest;
        String fingerprint = before.fingerprint();
        Optional<CatalogueError> error;
        List<String> categories = before.categories();
        try {
            fingerprint = source.fingerprint();
            boolean same = fingerprint.equals(before.fingerprint()) && before.error().isEmpty();
            if (same && !(list && source.changesUnseen())) {
                return before;
            }
            CategoryList listed = source.categories();
            listedAt = clock.instant();
            categories = listed.categories();
            error = tooMany(listed);
            warnOfLeftOut(listed);
        } catch (SourceFailedException e) {
            error = Optional.of(CatalogueError.sourceFailed(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            error = Optional.of(CatalogueError.sourceFailed(Messages.bounded(e.toString())));
        }
        Catalogue after = new Catalogue(definition.name(), definition.presentation(), categories, fingerprint,
                clock.instant(), error);
        return after.saysTheSameAs(before) ? before : announced(after);
    }

    private Catalogue announced(Catalogue after) {
        after.error().ifPresentOrElse(
                error -> Log.warnf("Catalogue has an error dataset=%s message=\"%s\"", after.dataset(),
                        error.message()),
                () -> Log.infof("Catalogue loaded dataset=%s categories=%d fingerprint=%s", after.dataset(),
                        after.categories().size(), after.fingerprint()));
        return after;
    }

    private Optional<CatalogueError> tooMany(CategoryList listed) {
        return listed.truncated()
                ? Optional.of(CatalogueError.sourceFailed("there are more than " + listed.categories().size()
                        + " categories, the most that figcast.catalogue.max-categories allows"))
                : Optional.empty();
    }

    private void warnOfLeftOut(CategoryList listed) {
        if (listed.leftOut() > 0) {
            Log.warnf("Categories left out because they are empty or longer than 256 code points dataset=%s count=%d",
                    definition.name(), listed.leftOut());
        }
    }
}
