package io.figcast.compute.request;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.catalogue.UnknownCategoryException;
import io.figcast.compute.catalogue.UnknownColumnException;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.computation.Computations;
import io.figcast.compute.slice.computation.SliceRequest;
import io.figcast.compute.slice.port.ForgetRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** Accepts requests for known datasets and categories, and passes them on. */
@ApplicationScoped
class Requests {

    private static final Optional<CategoryRequest> ANSWERED = Optional.empty();

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
     * Completes when the request's outcome is in the broker, or else with the request and its dataset's name, if it would have
     * to wait and its dataset has no place left; fails with {@link RejectedException} if it is not accepted.
     */
    CompletionStage<Optional<CategoryRequest>> handle(Received received, Admission.Place place) {
        try {
            CategoryRequest request = RequestJson.decode(received.value());
            Dataset dataset = dataset(request.dataset());
            String category = request.category();
            if ((category == null || !dataset.knows(category, request.x(), request.y())) && !place.waitFor(dataset.name())) {
                return CompletableFuture.completedStage(Optional.of(request.of(dataset.name())));
            }
            return category == null
                    ? expansion.expand(dataset, request, received.ids())
                            .exceptionallyCompose(error -> CompletableFuture.failedStage(rejected(cause(error))))
                            .thenApply(done -> ANSWERED)
                    : answer(dataset, category, request, received, place);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Dataset dataset(@Nullable String name) {
        return name == null ? datasets.defaultDataset()
                : datasets.find(name).orElseThrow(
                        () -> new RejectedException(RejectCode.UNKNOWN_DATASET, "there is no such dataset"));
    }

    private CompletionStage<Optional<CategoryRequest>> answer(Dataset dataset, String category, CategoryRequest request,
            Received received,
            Admission.Place place) {
        Context trace = Context.current();
        return known(dataset, category, request, received.arrival()).thenCompose(trace.wrapFunction(catalogue -> {
            Span.current().setAttribute("figcast.dataset", dataset.name()).setAttribute("figcast.category", category);
            SliceKey key = catalogue.key(category, request.x(), request.y());
            return request.forget() ? forget(dataset, key, request, received.ids())
                    : ask(dataset, key, request, received.bulk(), place);
        }));
    }

    private static CompletionStage<Catalogue> known(Dataset dataset, String category, CategoryRequest request, long arrival) {
        return dataset.find(category, request.x(), request.y(), arrival)
                .exceptionallyCompose(error -> CompletableFuture.failedStage(rejected(cause(error))));
    }

    private static Throwable rejected(Throwable error) {
        if (error instanceof UnknownCategoryException) {
            return new RejectedException(RejectCode.UNKNOWN_CATEGORY, String.valueOf(error.getMessage()));
        }
        return error instanceof UnknownColumnException
                ? new RejectedException(RejectCode.UNKNOWN_COLUMN, String.valueOf(error.getMessage()))
                : error;
    }

    /** As long as the source cannot say what its data are, nobody can say that nothing is left: the request waits. */
    private CompletionStage<Optional<CategoryRequest>> forget(Dataset dataset, SliceKey key, CategoryRequest request,
            List<String> ids) {
        Context trace = Context.current();
        return dataset.fingerprints().thenCompose(trace.wrapFunction(all -> computations
                .forget(key.withFingerprint(all.get(0)), new ForgetRequest(ids, new HashSet<>(all)))))
                .thenApply(signal -> {
                    metrics.answered(signal);
                    return ANSWERED;
                }).exceptionallyCompose(error -> cause(error) instanceof SourceFailedException
                        ? CompletableFuture.completedStage(Optional.of(request.of(dataset.name())))
                        : CompletableFuture.failedStage(error));
    }

    private CompletionStage<Optional<CategoryRequest>> ask(Dataset dataset, SliceKey key, CategoryRequest request, boolean bulk,
            Admission.Place place) {
        return computations.ask(new SliceRequest(key, dataset.limits(), request.refresh(), request.ifVersion(), bulk),
                () -> place.waitFor(dataset.name())).thenApply(signal -> {
                    signal.ifPresent(metrics::answered);
                    return signal.isPresent() ? ANSWERED : Optional.of(request.of(dataset.name()));
                });
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
