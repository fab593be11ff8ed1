package io.figcast.compute.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.kafka.Sender;
import io.figcast.compute.kafka.TopicsConfig;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.SliceKey;

/**
 * Turns a request for all categories into one bulk request for each, so that a batch delays nobody in front of a screen.
 * Each dataset expands one request at a time, and identical ones that arrive meanwhile share the next expansion: repeating
 * a request costs neither memory nor traffic.
 */
@ApplicationScoped
class Expansion {

    private static final int AT_ONCE = 500;
    /** Each may take half a minute. */
    private static final int TRIES = 20;
    private static final Duration AGAIN = Duration.ofSeconds(1);

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

    private final Sender sender;
    private final String topic;
    private final Map<Kind, Shared> waiting = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    Expansion(Sender sender, TopicsConfig topics) {
        this.sender = sender;
        this.topic = topics.requestsBulk();
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
                .thenCompose(catalogue -> sendFrom(0, catalogue, request.of(dataset.name()), ids))
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

    private CompletionStage<Void> sendFrom(int index, Catalogue catalogue, CategoryRequest request, List<String> ids) {
        List<String> categories = catalogue.categories();
        if (categories.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        int end = Math.min(index + AT_ONCE, categories.size());
        CompletionStage<Void> sent = sendAll(categories.subList(index, end).stream()
                .map(request::ofCategory).toList(), catalogue.key(categories.get(0), request.x(), request.y()).axes(), ids,
                TRIES);
        return end == categories.size() ? sent : sent.thenCompose(done -> sendFrom(end, catalogue, request, ids));
    }

    /** What does not arrive is sent again, and nothing that did: a broker that goes away for a while costs no new beginning. */
    private CompletionStage<Void> sendAll(List<CategoryRequest> requests, @Nullable Axes axes, List<String> ids, int tries) {
        List<CompletableFuture<Void>> sent = requests.stream().map(request -> send(request, axes, ids).toCompletableFuture())
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
        return tries == 1 ? all : all.exceptionallyCompose(error -> {
            List<CategoryRequest> lost = IntStream.range(0, sent.size())
                    .filter(i -> sent.get(i).isCompletedExceptionally()).mapToObj(requests::get).toList();
            return CompletableFuture.runAsync(() -> {
            }, CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS))
                    .thenCompose(done -> sendAll(lost, axes, ids, tries - 1));
        });
    }

    /** Sends a request for one category on as a bulk request: as it was understood, so that it is small whatever arrived. */
    private CompletionStage<Void> send(CategoryRequest request, @Nullable Axes axes, List<String> ids) {
        String key = SliceKey.messageKey(String.valueOf(request.dataset()), String.valueOf(request.category()), axes);
        return sender.send(topic, key.getBytes(StandardCharsets.UTF_8), request.json(), List.of(header(ids)));
    }

    /** Sends a request that has to wait to the end of the bulk requests. */
    CompletionStage<Void> sendOn(CategoryRequest request, List<String> ids) {
        return request.all() ? sender.send(topic, null, request.json(), List.of(header(ids)))
                : send(request, request.x() == null || request.y() == null ? null : new Axes(request.x(), request.y()), ids);
    }

    private static RecordHeader header(List<String> ids) {
        return new RecordHeader(Received.ID, String.join(" ", ids).getBytes(StandardCharsets.US_ASCII));
    }
}
