package io.figcast.compute.catalogue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import io.figcast.compute.catalogue.store.CatalogueStore;
import io.figcast.compute.memo.RedisGateway;
import io.figcast.compute.source.CategoryBound;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.dataset.DatasetsConfig;
import io.figcast.compute.source.dataset.Definition;
import io.figcast.compute.source.dataset.Definitions;
import io.figcast.compute.source.dataset.SourceFactory;
import io.figcast.compute.source.duckdb.DuckDb;
import io.figcast.compute.source.duckdb.FileSource;
import io.figcast.compute.source.files.CopiedFiles;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;
import io.figcast.compute.work.WorkConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;

/** Makes the datasets of the configuration and looks at each one regularly, every dataset on a thread of its own. */
@ApplicationScoped
public class ConfiguredDatasets {

    private static final String CHECK = "catalogue-check";

    private final DatasetsConfig config;
    private final CopiedFiles bundled = new CopiedFiles();
    private final DuckDb duckDb;
    private final List<CatalogueWatch> watches = new ArrayList<>();
    private final Datasets datasets;
    private final Publication publication;

    ConfiguredDatasets(DatasetsConfig config, Config all, WorkConfig work, RedisGateway redis,
            Instance<CatalogueListener> listeners, ScheduledExecutorService executor, Clock clock) {
        this.config = config;
        DataFiles files = new DataFiles(config.dataDirectories().stream().map(Path::of).toList(), bundled);
        duckDb = DuckDb.start(config.duckdb().memoryLimit(), config.duckdb().threads(), files.readable());
        SourceFactory sources = new SourceFactory(new FileSource.Shared(duckDb, files, new FileHashes(clock)),
                new CategoryBound(config.catalogue().maxCategories(), config.catalogue().maxBytes()), work.workers());
        CatalogueSchedule schedule = schedule(executor);
        CatalogueWatch.Pace pace = new CatalogueWatch.Pace(config.catalogue().refreshEvery(),
                config.catalogue().recheckInterval());
        List<Datasets.Entry> entries = new ArrayList<>();
        for (Definition definition : new Definitions(config, all).read()) {
            Source source = sources.of(definition);
            CatalogueWatch watch = new CatalogueWatch(definition, source, pace, schedule, clock, this::publish);
            watches.add(watch);
            entries.add(new Datasets.Entry(definition, source, new Dataset(definition, watch,
                    new Existence(source, definition.limits().deadline(), schedule), () -> published(definition.name()))));
        }
        datasets = new Datasets(entries);
        List<String> names = entries.stream().map(entry -> entry.definition().name()).toList();
        publication = new Publication(new CatalogueStore(redis, config.catalogue().ttl()), names,
                config.catalogue().checkEvery(), listeners, executor);
    }

    @Produces
    @Singleton
    Datasets datasets() {
        return datasets;
    }

    private void publish(Catalogue catalogue) {
        publication.publish(datasets.find(catalogue.dataset()).orElseThrow(), catalogue);
        if (catalogue.presentation().byDefault()) { // once a round is enough
            publication.removeAbandoned(datasets);
        }
    }

    private Optional<String> published(String dataset) {
        return publication.fingerprint(dataset);
    }

    void start(@Observes StartupEvent started, Scheduler scheduler) {
        watches.forEach(CatalogueWatch::check);
        scheduler.newJob(CHECK).setInterval(config.catalogue().checkEvery().toMillis() + "ms")
                .setTask(execution -> watches.forEach(CatalogueWatch::check)).schedule();
    }

    @PreDestroy
    void stop() {
        watches.forEach(CatalogueWatch::stop);
        datasets.close();
        duckDb.close();
        bundled.close();
    }

    private static CatalogueSchedule schedule(ScheduledExecutorService executor) {
        return new CatalogueSchedule() {

            @Override
            public void execute(Runnable task) {
                executor.execute(task);
            }

            @Override
            public Runnable after(Duration delay, Runnable task) {
                var scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> scheduled.cancel(false);
            }
        };
    }
}
