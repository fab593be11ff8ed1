package io.figcast.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The HTTP API, called as curl would. */
record Api(URI dashboard) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** An answer: its status and its JSON. */
    record Answer(int status, JsonNode json) {

        private boolean isReading() {
            return json.path("code").asText().equals("DATASET_READING");
        }
    }

    /** Asks for the four figures and waits for them, also for a dataset that is still being read. */
    Answer figures(String dataset, String category, int waitSeconds) {
        HttpRequest request = figuresRequest(dataset, category, waitSeconds);
        return await().atMost(PATIENCE).until(() -> send(request), answer -> !answer.isReading());
    }

    /** Asks, without holding a thread, until the figures are there, as the page does. */
    CompletableFuture<Answer> figuresInTheEnd(String dataset, String category) {
        return CLIENT.sendAsync(figuresRequest(dataset, category, 60), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Api::answer)
                .thenCompose(answer -> answer.status() == 200 ? CompletableFuture.completedFuture(answer)
                        : CompletableFuture.supplyAsync(() -> true, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                                .thenCompose(later -> figuresInTheEnd(dataset, category)));
    }

    Answer get(String path, int waitSeconds) {
        return send(waiting(path, waitSeconds));
    }

    private HttpRequest figuresRequest(String dataset, String category, int waitSeconds) {
        return waiting("api/figures?dataset=" + encoded(dataset) + "&category=" + encoded(category), waitSeconds);
    }

    private HttpRequest waiting(String path, int waitSeconds) {
        HttpRequest.Builder request = HttpRequest.newBuilder(dashboard.resolve(path)).timeout(PATIENCE);
        return (waitSeconds > 0 ? request.header("Prefer", "wait=" + waitSeconds) : request).build();
    }

    private static Answer send(HttpRequest request) {
        try {
            return answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        try {
            return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of the answer. */
    int post(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(dashboard.resolve(path)).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
