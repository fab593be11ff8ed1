package io.figcast.compute.source.dataset;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The settings of datasets. Those of a single dataset are text here: SmallRye would stop the service at the first
 * malformed one, while {@link DefinitionReader} breaks only the dataset it belongs to.
 */
@ConfigMapping(prefix = "figcast")
public interface DatasetsConfig {

    @WithDefault("fruit")
    String defaultDataset();

    @WithDefault("data")
    List<String> dataDirectories();

    Map<String, DatasetConfig> datasets();

    CatalogueConfig catalogue();

    DuckDbConfig duckdb();

    /** One dataset: either {@code file} and its columns, or {@code url} and what is selected of it. */
    interface DatasetConfig {

        Optional<String> enabled();

        Optional<String> title();

        Optional<String> xTitle();

        Optional<String> yTitle();

        Optional<String> order();

        Optional<String> defaultCategory();

        Optional<String> file();

        Optional<String> categoryColumn();

        Optional<String> xColumn();

        Optional<String> yColumn();

        Optional<List<String>> columns();

        Optional<String> xType();

        Optional<String> yType();

        Optional<String> maxUnreadable();

        Optional<String> url();

        Optional<String> username();

        Optional<String> password();

        Optional<String> passwordFile();

        Optional<String> table();

        Optional<String> query();

        Optional<String> categoriesQuery();

        Optional<String> sliceQuery();

        Optional<List<String>> files();

        Optional<String> ttl();

        Optional<String> staleAfter();

        Optional<String> deadline();

        Optional<String> listingDeadline();

        Optional<String> maxRows();

        Optional<String> reduceAbove();

        Optional<String> simulatedCost();

        PrecomputeConfig precompute();
    }

    /** When a dataset is computed ahead. */
    interface PrecomputeConfig {

        Optional<String> atStart();

        Optional<String> cron();
    }

    /** How the catalogue is kept. */
    interface CatalogueConfig {

        @WithDefault("10s")
        Duration checkEvery();

        @WithDefault("60s")
        Duration refreshEvery();

        @WithDefault("8h")
        Duration ttl();

        @WithDefault("1s")
        Duration recheckInterval();

        @WithDefault("1000000")
        int maxCategories();

        /** Of the names of one dataset as JSON; chart-service refuses a longer catalogue. */
        @WithDefault("64000000")
        long maxBytes();
    }

    /** The embedded query engine's bounds. */
    interface DuckDbConfig {

        @WithDefault("2GB")
        String memoryLimit();

        @WithDefault("2")
        int threads();
    }
}
