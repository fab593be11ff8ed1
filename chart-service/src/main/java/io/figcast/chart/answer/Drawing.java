package io.figcast.chart.answer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.figure.FigureLimits;
import io.figcast.chart.figure.Figures;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.slice.Lanes;
import io.figcast.chart.slice.Manifest;
import io.figcast.chart.slice.Slice;
import io.figcast.chart.slice.SliceBrokenException;
import io.figcast.chart.slice.Slices;
import io.figcast.chart.trace.Step;
import io.figcast.chart.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.logging.Log;

/** Reads a slice and makes its figures, on the lane of its size. A slice that is not whole is none. */
@Singleton
class Drawing {

    private final Slices slices;
    private final Lanes lanes;
    private final Figures figures;
    private final Timer builds;
    private final Traces traces;

    Drawing(Slices slices, Lanes lanes,
            @ConfigProperty(name = "figcast.figures.max-points", defaultValue = "5000") int maxPoints,
            MeterRegistry meters, Traces traces) {
        this.slices = slices;
        this.lanes = lanes;
        this.traces = traces;
        this.figures = new Figures(new FigureLimits(maxPoints));
        this.builds = meters.timer("figcast.figure.builds");
    }

    /** Fails as {@link Lookups#lookUp} does. */
    CompletableFuture<Optional<Answer>> draw(String id, Manifest manifest, Catalogue catalogue) {
        return slice(id, manifest).thenApplyAsync(
                slice -> slice.map(s -> answer(id, manifest, () -> figures.of(s, titles(catalogue)))),
                lanes.laneFor(manifest.rows()));
    }

    CompletableFuture<Optional<Answer>> draw(String id, Manifest manifest, Catalogue catalogue, Region region) {
        return slice(id, manifest).thenApplyAsync(
                slice -> slice.map(s -> answer(id, manifest, () -> figures.of(s, region, titles(catalogue)))),
                lanes.laneFor(manifest.rows()));
    }

    /** Empty if it is not whole. */
    CompletableFuture<Optional<Slice>> slice(String id, Manifest manifest) {
        CompletableFuture<Slice> slice;
        try {
            slice = traces.step("read slice", SpanKind.CLIENT, manifest.ref().recordKey()).until(slices.slice(id, manifest));
        } catch (RejectedExecutionException e) {
            slice = CompletableFuture.failedFuture(e);
        }
        return slice.thenApply(Optional::of).exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
                    : failure;
            if (cause instanceof SliceBrokenException) {
                Log.warnf("A slice in the memo is not whole dataset=%s version=%s cause=%s", manifest.ref().dataset(),
                        manifest.version(), cause.getMessage());
                return Optional.empty();
            }
            throw cause instanceof RuntimeException e ? e : new CompletionException(cause);
        });
    }

    private Answer answer(String id, Manifest manifest, java.util.function.Supplier<List<Figure>> figures) {
        try (Step unused = traces.step("draw figures", SpanKind.INTERNAL, manifest.ref().recordKey())) {
            return builds.record(() -> {
                List<Figure> drawn = figures.get();
                return new Answer(id, manifest, drawn, Math.min(manifest.bytes(), 1 << 20));
            });
        }
    }

    private static AxisTitles titles(Catalogue catalogue) {
        return new AxisTitles(catalogue.description().xTitle(), catalogue.description().yTitle());
    }
}
