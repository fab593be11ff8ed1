package io.figcast.chart;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;

/** A client of the service under test that says nothing but what it is told to. */
final class Chart {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20)).build();

    HttpResponse<String> figures(CategoryRef ref, String... headers) {
        return figuresLater(ref, headers).join();
    }

    CompletableFuture<HttpResponse<String>> figuresLater(CategoryRef ref, String... headers) {
        return send("GET", "/api/figures?" + query(ref), "", headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers).join();
    }

    CompletableFuture<HttpResponse<String>> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(90)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String query(CategoryRef ref) {
        Axes axes = ref.axes();
        return "dataset=" + ref.dataset() + "&category=" + URLEncoder.encode(ref.category(), StandardCharsets.UTF_8)
                + (axes == null ? ""
                        : "&x=" + URLEncoder.encode(axes.x(), StandardCharsets.UTF_8)
                                + "&y=" + URLEncoder.encode(axes.y(), StandardCharsets.UTF_8));
    }

    static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    static String code(HttpResponse<String> response) {
        return json(response).getString("code");
    }
}
