package io.figcast.compute.signal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.catalogue.CatalogueListener;
import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.Signals;
import io.quarkus.logging.Log;

/**
 * Announces slices that no longer count because their dataset changed, and leaves them a short life: data that is changed
 * back soon finds them again. What is held of other axes than the dataset's own is not looked for: where there is a choice
 * every category is announced, under its own key, and is about all its axes.
 */
@ApplicationScoped
class Invalidations implements CatalogueListener {

    private static final int AT_ONCE = 64;
    private static final int TRIES = 3;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Memo memo;
    private final Signals signals;

    Invalidations(Memo memo, Signals signals) {
        this.memo = memo;
        this.signals = signals;
    }

    @Override
    public void changed(Dataset dataset, Catalogue before, Catalogue after) {
        Semaphore room = new Semaphore(AT_ONCE);
        for (String category : before.categories()) {
            room.acquireUninterruptibly();
            SliceKey key = new SliceKey(before.dataset(), category, before.fingerprint());
            boolean others = before.axes().filter(axes -> !axes.columns().isEmpty()).isPresent();
            var unused = announce(key, key.withFingerprint(after.fingerprint()), others).whenComplete((done, error) -> {
                room.release();
                if (error != null) {
                    // A hint was lost; readers go by the catalogue.
                    Log.debugf(error, "Invalidation not announced dataset=%s", before.dataset());
                }
            });
        }
    }

    /** The last word is about the present data: these may have been computed, and announced, before this end of the old. */
    CompletionStage<Void> announce(SliceKey old, SliceKey present, boolean others) {
        return memo.retire(old, LIFE).thenCompose(held -> !held && !others ? CompletableFuture.completedStage(null)
                : signals.publish(new Signal.Invalidated(old)).thenCompose(done -> correct(present, TRIES)));
    }

    private CompletionStage<Void> correct(SliceKey present, int tries) {
        CompletionStage<Void> corrected = memo.look(present).thenCompose(state -> {
            Manifest manifest = state.manifest();
            return manifest == null ? CompletableFuture.completedStage(null)
                    : signals.publish(new Signal.Ready(present, manifest, true));
        });
        return tries == 1 ? corrected : corrected.exceptionallyCompose(error -> correct(present, tries - 1));
    }
}
