package io.figcast.chart.category.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;

/** The topic of signals: late, compacted before it is read, now and then created anew. */
final class SimTopic {

    /**
     * A signal on its way.
     *
     * @param born how many versions of its slice there had been when it was announced
     */
    record Announced(long offset, Signal signal, int born) {
    }

    private final SimWorld world;
    private final Consumer<Announced> deliver;
    private final Runnable beganAnew;
    private final List<Announced> unread = new ArrayList<>();
    private final boolean compacting;
    private final boolean slow;
    private long nextOffset;
    private boolean isNew;

    SimTopic(SimWorld world, Consumer<Announced> deliver, Runnable beganAnew) {
        this.world = world;
        this.deliver = deliver;
        this.beganAnew = beganAnew;
        this.compacting = world.chance(0.5);
        this.slow = world.chance(0.5);
    }

    void announce(CategoryRef ref, Signal.Status status, String slice, @Nullable String readable, int born, boolean ofStore,
            String... forgets) {
        Signal.Result result = status == Signal.Status.READY && readable != null
                ? new Signal.Result(readable, 1, null, null, null, 10L)
                : null;
        Signal.Run run = status == Signal.Status.COMPUTING ? new Signal.Run(null, Duration.ofSeconds(20), null) : null;
        Signal.Failure error = status == Signal.Status.FAILED
                ? new Signal.Failure(ofStore ? "STORE_UNAVAILABLE" : "SOURCE_FAILED", "why", 3)
                : null;
        unread.add(new Announced(nextOffset++, new Signal(ref, status, slice, result, run, readable, error, List.of(forgets)),
                born));
        world.after(slow ? world.between(0, 4_000) : world.between(0, 20), this::read);
    }

    private void read() {
        if (unread.isEmpty()) {
            return;
        }
        Announced first = unread.remove(0);
        boolean hidden = compacting && world.chance(0.7)
                && unread.stream().anyMatch(later -> later.signal().ref().equals(first.signal().ref()));
        if (hidden) {
            return;
        }
        if (isNew) {
            isNew = false;
            beganAnew.run();
        }
        deliver.accept(first);
    }

    /** What has not been read is lost, as when somebody deletes the topic. */
    void deleteAndCreate() {
        unread.clear();
        nextOffset = 0;
        isNew = true;
    }
}
