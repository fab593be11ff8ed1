package io.figcast.compute.request;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.catalogue.Datasets;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;

/**
 * Asks for all categories of a dataset at start or by cron, through the bulk topic. Every replica does it: what is fresh is not
 * computed again, and what is under way is joined. While no category is known or the broker is away, it retries at growing
 * intervals.
 */
@ApplicationScoped
class Precomputation {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);
    private static final CategoryRequest ALL = new CategoryRequest(null, null, null, null, false, null, false);

    private final Datasets datasets;
    private final Expansion expansion;
    /** Datasets with something under way, retries included. */
    private final Set<String> asking = ConcurrentHashMap.newKeySet();

    Precomputation(Datasets datasets, Expansion expansion) {
        this.datasets = datasets;
        this.expansion = expansion;
    }

    void start(@Observes StartupEvent event, Scheduler scheduler) {
        for (Dataset dataset : datasets.all()) {
            if (dataset.precompute().atStart()) {
                begin(dataset);
            }
            dataset.precompute().cron().ifPresent(cron -> schedule(scheduler, dataset, cron));
        }
    }

    private void schedule(Scheduler scheduler, Dataset dataset, String cron) {
        try {
            scheduler.newJob("precompute-" + dataset.name()).setCron(cron).setTask(execution -> begin(dataset))
                    .schedule();
        } catch (IllegalArgumentException | IllegalStateException e) {
            Log.errorf(e, "Schedule ignored because of its expression dataset=%s", dataset.name());
        }
    }

    private void begin(Dataset dataset) {
        if (asking.add(dataset.name())) {
            ask(dataset, FIRST_RETRY);
        }
    }

    private void ask(Dataset dataset, Duration retry) {
        var unused = expansion.expand(dataset, ALL, List.of("precompute")).whenComplete((done, error) -> {
            Catalogue catalogue = dataset.catalogue();
            if (isDone(catalogue, error == null)) {
                asking.remove(dataset.name());
                Log.infof("Precomputation requested dataset=%s categories=%d", dataset.name(), catalogue.categories().size());
            } else {
                CompletableFuture.delayedExecutor(retry.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> ask(dataset, longer(retry)));
            }
        });
    }

    /** An error that left categories, such as too many, is unlikely to go away: the known ones have been requested. */
    static boolean isDone(Catalogue catalogue, boolean sent) {
        return sent && (catalogue.error().isEmpty() || !catalogue.categories().isEmpty());
    }

    static Duration longer(Duration retry) {
        Duration doubled = retry.multipliedBy(2);
        return doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    }
}
