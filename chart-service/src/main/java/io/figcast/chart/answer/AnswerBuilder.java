package io.figcast.chart.answer;

import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.figure.FigureLimits;
import io.figcast.chart.figure.Figures;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.slice.Manifest;
import io.figcast.chart.slice.Slice;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.instrumentation.annotations.WithSpan;

/** Makes answers of slices. */
@Singleton
class AnswerBuilder {

    private static final long MOST_FIGURES_TAKE = 1 << 20;

    private final Figures figures;
    private final Timer builds;

    AnswerBuilder(@ConfigProperty(name = "figcast.figures.max-points", defaultValue = "5000") int maxPoints,
            MeterRegistry meters) {
        this.figures = new Figures(new FigureLimits(maxPoints));
        this.builds = meters.timer("figcast.figure.builds");
    }

    /** Of a region, or of all of it. */
    @WithSpan("draw figures")
    public Answer draw(String slice, Manifest manifest, Slice rows, Catalogue catalogue, @Nullable Region region) {
        AxisTitles titles = new AxisTitles(catalogue.xTitle(manifest.ref().axes()), catalogue.yTitle(manifest.ref().axes()));
        long start = System.nanoTime();
        List<Figure> drawn = region == null ? figures.of(rows, titles) : figures.of(rows, region, titles);
        builds.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return new Answer(slice, manifest, drawn, Math.min(manifest.bytes(), MOST_FIGURES_TAKE));
    }
}
