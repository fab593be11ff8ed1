package io.figcast.compute.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.kafka.Sender;
import io.figcast.compute.kafka.TopicsConfig;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.SliceKey;

/** Sends requests on to the bulk topic: as they were understood, so that they are small whatever arrived. */
@ApplicationScoped
class BulkRequests {

    private static final int AT_ONCE = 500;
    /** Each may take half a minute. */
    private static final int TRIES = 20;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Sender sender;
    private final String topic;

    BulkRequests(Sender sender, TopicsConfig topics) {
        this.sender = sender;
        this.topic = topics.requestsBulk();
    }

    /** Sends a request that has to wait to the end of the topic. */
    CompletionStage<Void> send(CategoryRequest request, List<String> ids) {
        return request.all() ? sender.send(topic, null, request.json(), List.of(header(ids)))
                : send(request, request.x() == null || request.y() == null ? null : new Axes(request.x(), request.y()), ids);
    }

    /** Sends a request for each category. */
    CompletionStage<Void> sendForAll(Catalogue catalogue, CategoryRequest request, List<String> ids) {
        return sendFrom(0, catalogue, request, ids);
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

    private CompletionStage<Void> send(CategoryRequest request, @Nullable Axes axes, List<String> ids) {
        String key = SliceKey.messageKey(String.valueOf(request.dataset()), String.valueOf(request.category()), axes);
        return sender.send(topic, key.getBytes(StandardCharsets.UTF_8), request.json(), List.of(header(ids)));
    }

    private static RecordHeader header(List<String> ids) {
        return new RecordHeader(Received.ID, String.join(" ", ids).getBytes(StandardCharsets.US_ASCII));
    }
}
