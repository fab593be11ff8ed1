package io.figcast.compute.catalogue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import io.figcast.compute.source.Source;
import io.figcast.compute.source.dataset.DatasetsConfig;
import io.figcast.compute.source.dataset.Definition;
import io.figcast.compute.source.dataset.Definitions;
import io.figcast.compute.source.dataset.SourceFactory;
import io.figcast.compute.source.duckdb.DuckDb;
import io.figcast.compute.source.duckdb.FileSource;
import io.figcast.compute.source.files.BundledFiles;
import io.figcast.compute.source.files.DataFiles;
import io.figcast.compute.source.files.FileHashes;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Redis;

/** Makes the datasets of the configuration and looks at each one regularly, every dataset on a thread of its own. */
@ApplicationScoped
public class ConfiguredDatasets {

    private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(3);

    private final DatasetsConfig config;
    private final BundledFiles bundled = new BundledFiles();
    private final DuckDb duckDb;
    private final Rounds rounds = new Rounds();
    private final List<CatalogueWatch> watches = new ArrayList<>();
    private final Datasets datasets;
    private final Publication publication;

    ConfiguredDatasets(DatasetsConfig config, Config all, Redis redis, Instance<CatalogueListener> listeners) {
        this.config = config;
        DataFiles files = new DataFiles(config.dataDirectories().stream().map(Path::of).toList(), bundled);
        duckDb = DuckDb.start(config.duckdb().memoryLimit(), config.duckdb().threads(), files.readable());
        Clock clock = Clock.systemUTC();
        SourceFactory sources = new SourceFactory(new FileSource.Engine(duckDb, files, new FileHashes(clock)),
                config.catalogue().maxCategories());
        CatalogueWatch.Pace pace = new CatalogueWatch.Pace(config.catalogue().refreshEvery(),
                config.catalogue().recheckInterval());
        List<Datasets.Entry> entries = new ArrayList<>();
        for (Definition definition : new Definitions(config, all.getPropertyNames()).read()) {
            Source source = sources.of(definition);
            CatalogueWatch watch = new CatalogueWatch(definition, source, pace, rounds.workers(), clock, this::publish);
            watches.add(watch);
            entries.add(new Datasets.Entry(definition, source, new Dataset(definition, watch)));
        }
        datasets = new Datasets(entries);
        publication = new Publication(new CatalogueStore(redis, config.catalogue().ttl(), REDIS_TIMEOUT),
                config.catalogue().checkEvery(), listeners);
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

    void start(@Observes StartupEvent started) {
        rounds.start(config.catalogue().checkEvery(), watches);
    }

    @PreDestroy
    void stop() {
        rounds.close();
        datasets.close();
        duckDb.close();
        bundled.close();
    }
}
