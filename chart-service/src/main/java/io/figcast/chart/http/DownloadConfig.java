package io.figcast.chart.http;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What downloads of rows may cost: each holds its slice in memory, however slowly its client reads. */
@ConfigMapping(prefix = "figcast.downloads")
public interface DownloadConfig {

    /** At once; one more is answered 503. */
    @WithDefault("4")
    int maxConcurrent();

    /** A download that takes longer is ended. */
    @WithDefault("10m")
    Duration maxTime();
}
