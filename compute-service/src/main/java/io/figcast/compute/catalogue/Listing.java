package io.figcast.compute.catalogue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Snapshot;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.dataset.Presentation;
import io.quarkus.logging.Log;

/**
 * One look at a source, which ends in a catalogue whatever happens.
 *
 * @param presentation as configured
 * @param began on the clock of {@link System#nanoTime}, before the source was asked for anything
 * @param whole whether what changes unseen is listed too; if not, this may tell nothing new
 */
record Listing(Presentation presentation, Source source, InstantSource clock, long began, boolean whole, RunningQuery query,
        CompletableFuture<Catalogue> done) {

    /** Bounds the attempts: a file that is constantly written never stays the same. */
    private static final int TRIES = 3;
    private static final int MOST_COUNTED = 10_000;

    boolean beganAfter(long arrival) {
        return began - arrival > 0;
    }

    /** Asks the source. Blocks. */
    Catalogue after(Catalogue before) {
        Catalogue known = before; // what a failure leaves: it may concern no more than the categories
        Catalogue after;
        try {
            Snapshot snapshot = source.snapshot();
            known = before.of(snapshot.fingerprint());
            after = asked(before, snapshot);
        } catch (SourceFailedException e) {
            after = known.failed(clock.instant(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            after = known.failed(clock.instant(), Messages.bounded(e.toString()));
        }
        return after.saysTheSameAs(before) ? before : logged(after);
    }

    private Catalogue asked(Catalogue before, Snapshot first) {
        Snapshot snapshot = first;
        for (int i = 0; i < TRIES; i++) {
            boolean same = snapshot.fingerprint().equals(before.fingerprint()) && before.error().isEmpty();
            if (same && !(whole && source.changesUnseen())) {
                return before;
            }
            CategoryList listed = source.categories(query);
            Snapshot now = source.snapshot();
            if (now.equals(snapshot)) {
                return catalogue(before, listed, snapshot.fingerprint());
            }
            snapshot = now;
        }
        return before.of(snapshot.fingerprint()).failed(clock.instant(), "the files change faster than they can be read");
    }

    private Catalogue catalogue(Catalogue before, CategoryList listed, String fingerprint) {
        if (listed.leftOut() > 0) {
            Log.warnf("Categories left out because they are empty or longer than 256 code points dataset=%s count=%d",
                    before.dataset(), listed.leftOut());
        }
        Instant now = clock.instant();
        Catalogue catalogue = new Catalogue(before.dataset(), presentation.completedBy(listed.description())
                .beginningWith(listed.firstWithRows()), listed.categories(), counted(listed), listed.description().notes(),
                Optional.of(listed.description().axes()), fingerprint, now, false, 0, Optional.empty());
        return listed.exceeded().map(bound -> catalogue.failed(now, "there are more than " + listed.categories().size()
                + " categories, the most that " + bound + " allows")).orElse(catalogue);
    }

    /** Of very many categories the counts would make the catalogue much longer, and nobody looks through them. */
    private static List<Long> counted(CategoryList listed) {
        return listed.rows().size() > MOST_COUNTED ? List.of() : listed.rows();
    }

    private static Catalogue logged(Catalogue after) {
        after.error().ifPresentOrElse(
                error -> Log.warnf("Catalogue has an error dataset=%s message=\"%s\"", after.dataset(),
                        error.message()),
                () -> Log.infof("Catalogue loaded dataset=%s categories=%d fingerprint=%s", after.dataset(),
                        after.categories().size(), after.fingerprint()));
        after.notes().forEach(
                note -> Log.infof("Catalogue has a note dataset=%s message=\"%s\"", after.dataset(), note.message()));
        return after;
    }
}
