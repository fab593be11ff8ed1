package io.figcast.chart.catalogue;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the catalogues are followed. */
@ConfigMapping(prefix = "figcast.catalogue")
public interface CatalogueConfig {

    @WithDefault("2s")
    Duration pollEvery();

    /** How long a dataset that has vanished from Redis is still shown: a flushed Redis is filled again within this. */
    @WithDefault("2m")
    Duration keepMissing();

    /** Of one dataset; what lies beyond is not shown. */
    @WithDefault("1000000")
    int maxCategories();

    /** Of one dataset, in bytes of JSON; a catalogue beyond it is refused. */
    @WithDefault("67108864")
    int maxBytes();
}
