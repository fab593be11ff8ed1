package io.figcast.compute.request;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.Dataset;

/**
 * Turns a request for all categories into one bulk request for each, so that a batch delays nobody in front of a screen.
 * Each dataset expands one request at a time, and identical ones that arrive meanwhile share the next expansion: repeating
 * a request costs neither memory nor traffic.
 */
@ApplicationScoped
class Expansion {

    /** What is the same for all who share an expansion. */
    private record Kind(String dataset, @Nullable String x, @Nullable String y, boolean refresh, @Nullable String ifVersion,
            boolean forget) {
    }

    /** An expansion that has not begun, and the requests that it is for. */
    private record Shared(Set<String> ids, CompletableFuture<Void> done) {

        boolean takes(List<String> more) {
            Set<String> all = new LinkedHashSet<>(ids);
            all.addAll(more);
            return all.size() <= Received.MOST_IDS && (ids.containsAll(all) || ids.addAll(more));
        }
    }

    private final BulkRequests requests;
    private final Map<Kind, Shared> waiting = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    Expansion(BulkRequests requests) {
        this.requests = requests;
    }

    /** Completes when every category's request is in the broker; the categories are those of a listing yet to begin. */
    synchronized CompletionStage<Void> expand(Dataset dataset, CategoryRequest request, List<String> ids) {
        Kind kind = new Kind(dataset.name(), request.x(), request.y(), request.refresh(), request.ifVersion(),
                request.forget());
        Shared joined = waiting.get(kind);
        // Only who forgets must know again what was done already.
        if (joined != null && (!request.forget() || joined.takes(ids))) {
            return joined.done().copy();
        }
        CompletableFuture<Void> before = last.getOrDefault(dataset.name(), CompletableFuture.completedFuture(null));
        Shared expansion = new Shared(new LinkedHashSet<>(ids), new CompletableFuture<>());
        waiting.put(kind, expansion);
        last.put(dataset.name(), expansion.done());
        var unused = before.whenComplete((done, error) -> begin(kind, dataset, request, expansion));
        return expansion.done().copy();
    }

    private void begin(Kind kind, Dataset dataset, CategoryRequest request, Shared expansion) {
        List<String> ids;
        synchronized (this) {
            waiting.remove(kind, expansion);
            ids = List.copyOf(expansion.ids());
        }
        var unused = dataset.listedSince(System.nanoTime())
                .thenApply(catalogue -> Dataset.allowing(request.x(), request.y(), catalogue))
                .thenCompose(catalogue -> requests.sendForAll(catalogue, request.of(dataset.name()), ids))
                .whenComplete((done, error) -> {
                    synchronized (this) {
                        last.remove(dataset.name(), expansion.done());
                    }
                    if (error == null) {
                        expansion.done().complete(null);
                    } else {
                        expansion.done().completeExceptionally(error);
                    }
                });
    }
}
