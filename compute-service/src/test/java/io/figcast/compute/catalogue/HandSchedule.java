package io.figcast.compute.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A schedule, and its clock, that a test moves on by hand. */
final class HandSchedule implements CatalogueSchedule, InstantSource {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T04:30:00Z");

    private record Later(Instant due, Runnable task) {
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Later timer = new Later(now.plus(delay), task);
        later.add(timer);
        return () -> later.remove(timer);
    }

    /** Runs what is to run now, and what that leads to now. */
    void run() {
        while (!tasks.isEmpty()) {
            tasks.remove(0).run();
        }
    }

    /** Lets time pass, with all that is due in it. */
    void pass(Duration time) {
        run();
        Instant end = now.plus(time);
        for (Later next = next(end); next != null; next = next(end)) {
            later.remove(next);
            now = next.due();
            next.task().run();
            run();
        }
        now = end;
    }

    private Later next(Instant end) {
        return later.stream().filter(timer -> !timer.due().isAfter(end)).min(Comparator.comparing(Later::due))
                .orElse(null);
    }
}
