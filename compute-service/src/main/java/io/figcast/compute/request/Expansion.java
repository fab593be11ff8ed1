package io.figcast.compute.request;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.kafka.Sender;
import io.figcast.compute.kafka.TopicsConfig;

/**
 * Turns a request for all categories into one bulk request for each, so that a batch delays nobody in front of a screen.
 * Each dataset expands one request at a time, and identical ones that arrive meanwhile share the next expansion: repeating
 * a request costs neither memory nor traffic.
 */
@ApplicationScoped
class Expansion {

    private static final int AT_ONCE = 500;

    /** What is the same for all who share an expansion. */
    private record Kind(String dataset, boolean refresh, @Nullable String ifVersion, boolean forget) {
    }

    private final Sender sender;
    private final String topic;
    private final Map<Kind, CompletableFuture<Void>> waiting = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    Expansion(Sender sender, TopicsConfig topics) {
        this.sender = sender;
        this.topic = topics.requestsBulk();
    }

    /** Completes when every category's request is in the broker; the categories are those of a listing yet to begin. */
    synchronized CompletionStage<Void> expand(Dataset dataset, CategoryRequest request, String id) {
        Kind kind = new Kind(dataset.name(), request.refresh(), request.ifVersion(), request.forget());
        CompletableFuture<Void> shared = waiting.get(kind);
        if (shared == null) {
            CompletableFuture<Void> before = last.getOrDefault(dataset.name(), CompletableFuture.completedFuture(null));
            CompletableFuture<Void> expansion = new CompletableFuture<>();
            waiting.put(kind, expansion);
            last.put(dataset.name(), expansion);
            var unused = before.whenComplete((done, error) -> begin(kind, dataset, request, id, expansion));
            shared = expansion;
        }
        return shared.copy();
    }

    private void begin(Kind kind, Dataset dataset, CategoryRequest request, String id, CompletableFuture<Void> expansion) {
        synchronized (this) {
            waiting.remove(kind);
        }
        var unused = dataset.listedSince(System.nanoTime()).thenCompose(catalogue -> sendFrom(0, catalogue, request, id))
                .whenComplete((done, error) -> {
                    synchronized (this) {
                        last.remove(dataset.name(), expansion);
                    }
                    if (error == null) {
                        expansion.complete(null);
                    } else {
                        expansion.completeExceptionally(error);
                    }
                });
    }

    private CompletionStage<Void> sendFrom(int index, Catalogue catalogue, CategoryRequest request, String id) {
        List<String> categories = catalogue.categories();
        int end = Math.min(index + AT_ONCE, categories.size());
        CompletableFuture<Void> sent = CompletableFuture.allOf(categories.subList(index, end).stream()
                .map(category -> send(new CategoryRequest(catalogue.dataset(), category, request.refresh(),
                        request.ifVersion(), request.forget()), id).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
        return end == categories.size() ? sent : sent.thenCompose(done -> sendFrom(end, catalogue, request, id));
    }

    /** Sends a request for one category on as a bulk request: as it was understood, so that it is small whatever arrived. */
    private CompletionStage<Void> send(CategoryRequest request, String id) {
        return sender.send(topic, (request.dataset() + '/' + request.category()).getBytes(StandardCharsets.UTF_8),
                request.json(), List.of(header(id)));
    }

    /** Sends a request that has to wait to the end of the bulk requests. */
    CompletionStage<Void> sendOn(CategoryRequest request, String id) {
        return request.all() ? sender.send(topic, null, request.json(), List.of(header(id))) : send(request, id);
    }

    private static RecordHeader header(String id) {
        return new RecordHeader(Received.ID, id.getBytes(StandardCharsets.US_ASCII));
    }
}
