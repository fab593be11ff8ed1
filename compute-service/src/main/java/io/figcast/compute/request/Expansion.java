package io.figcast.compute.request;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.compute.catalogue.Catalogue;
import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.kafka.Sender;
import io.figcast.compute.kafka.TopicsConfig;

/**
 * Turns a request for all categories into one bulk request for each: a batch neither outlives its record nor delays
 * those who wait in front of a screen.
 */
@ApplicationScoped
class Expansion {

    private final Sender sender;
    private final String topic;

    Expansion(Sender sender, TopicsConfig topics) {
        this.sender = sender;
        this.topic = topics.requestsBulk();
    }

    /**
     * Completes when every category's request is in the broker.
     *
     * @param arrival when the request arrived, on the clock of {@link System#nanoTime}: newer categories may be missing
     */
    CompletionStage<Void> expand(Dataset dataset, CategoryRequest request, long arrival) {
        return dataset.listedSince(arrival).thenCompose(catalogue -> sendAll(catalogue, request));
    }

    private CompletionStage<Void> sendAll(Catalogue catalogue, CategoryRequest request) {
        return CompletableFuture.allOf(catalogue.categories().stream()
                .map(category -> sender.send(topic, key(catalogue.dataset(), category),
                        value(catalogue.dataset(), category, request)).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private static byte[] key(String dataset, String category) {
        return (dataset + '/' + category).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] value(String dataset, String category, CategoryRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("dataset", dataset).put("category", category);
        if (request.refresh()) {
            json.put("refresh", true);
        }
        if (request.ifVersion() != null) {
            json.put("ifVersion", request.ifVersion());
        }
        if (request.forget()) {
            json.put("forget", true);
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
