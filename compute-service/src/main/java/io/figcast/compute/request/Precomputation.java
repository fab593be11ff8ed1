package io.figcast.compute.request;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.slice.port.EventLoop;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;

/**
 * Asks for all categories of a dataset at start or by cron, through the bulk topic. Every replica does it: what is fresh
 * is not computed again, and what is under way is joined.
 */
@ApplicationScoped
class Precomputation {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final CategoryRequest ALL = new CategoryRequest(null, null, false, null, false);

    private final Datasets datasets;
    private final Expansion expansion;
    private final EventLoop loop;

    Precomputation(Datasets datasets, Expansion expansion, EventLoop loop) {
        this.datasets = datasets;
        this.expansion = expansion;
        this.loop = loop;
    }

    void start(@Observes StartupEvent event, Scheduler scheduler) {
        for (Dataset dataset : datasets.all()) {
            if (dataset.precompute().atStart()) {
                ask(dataset);
            }
            dataset.precompute().cron().ifPresent(cron -> schedule(scheduler, dataset, cron));
        }
    }

    private void schedule(Scheduler scheduler, Dataset dataset, String cron) {
        try {
            scheduler.newJob("precompute-" + dataset.name()).setCron(cron).setTask(execution -> ask(dataset)).schedule();
        } catch (IllegalArgumentException | IllegalStateException e) {
            Log.errorf(e, "Schedule ignored because of its expression dataset=%s", dataset.name());
        }
    }

    private void ask(Dataset dataset) {
        var unused = expansion.expand(dataset, ALL, System.nanoTime()).whenComplete((done, error) -> {
            if (error == null && dataset.catalogue().error().isEmpty()) {
                Log.infof("Precomputation asked for dataset=%s categories=%d", dataset.name(),
                        dataset.catalogue().categories().size());
            } else {
                loop.after(AGAIN, () -> ask(dataset));
            }
        });
    }
}
