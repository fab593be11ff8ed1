package io.figcast.compute.request;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.catalogue.UnknownCategoryException;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.computation.Computations;
import io.figcast.compute.slice.computation.SliceRequest;
import io.figcast.compute.trace.RequestTrace;

/** Accepts requests for known datasets and categories, and hands them on. */
@ApplicationScoped
class Requests {

    private final Datasets datasets;
    private final Computations computations;
    private final Expansion expansion;
    private final RequestMetrics metrics;

    Requests(Datasets datasets, Computations computations, Expansion expansion, RequestMetrics metrics) {
        this.datasets = datasets;
        this.computations = computations;
        this.expansion = expansion;
        this.metrics = metrics;
    }

    /**
     * Completes when the request's outcome is in the broker.
     *
     * @param arrival when the request arrived, on the clock of {@link System#nanoTime}
     * @return fails with {@link RejectedException} if the request cannot be accepted
     */
    CompletionStage<Void> handle(byte @Nullable [] value, long arrival, boolean bulk, RequestTrace trace) {
        try {
            CategoryRequest request = RequestDecoder.decode(value);
            Dataset dataset = dataset(request.dataset());
            String category = request.category();
            return category == null ? expansion.expand(dataset, request, arrival)
                    : known(dataset, category, arrival).thenCompose(catalogue -> answer(dataset, request,
                            new SliceKey(dataset.name(), category, catalogue.fingerprint()), bulk, trace));
        } catch (RejectedException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Dataset dataset(@Nullable String name) {
        return name == null ? datasets.defaultDataset()
                : datasets.find(name).orElseThrow(
                        () -> new RejectedException(RejectCode.UNKNOWN_DATASET, "there is no such dataset"));
    }

    private static CompletionStage<Catalogue> known(Dataset dataset, String category, long arrival) {
        return dataset.find(category, arrival).exceptionallyCompose(error -> CompletableFuture.failedStage(
                cause(error) instanceof UnknownCategoryException unknown
                        ? new RejectedException(RejectCode.UNKNOWN_CATEGORY, String.valueOf(unknown.getMessage()))
                        : error));
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private CompletionStage<Void> answer(Dataset dataset, CategoryRequest request, SliceKey key, boolean bulk,
            RequestTrace trace) {
        trace.isAbout(key);
        CompletionStage<Signal> answered = request.forget() ? computations.forget(key)
                : computations.ask(new SliceRequest(key,
                        new SliceLimits(dataset.ttl(), dataset.staleAfter(), dataset.deadline(), dataset.maxRows()),
                        request.refresh(), request.ifVersion(), bulk));
        return answered.thenAccept(metrics::answered);
    }
}
