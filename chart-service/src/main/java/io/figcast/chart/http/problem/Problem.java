package io.figcast.chart.http.problem;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.figcast.chart.encoding.Json;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * An error as an HTTP problem (RFC 9457).
 *
 * @param status the HTTP status
 * @param title what kind of error it is, for people
 * @param detail what happened here, for people
 * @param code the kind of error, for programs
 * @param retryAfter in seconds, where trying again makes sense
 */
public record Problem(int status, String title, String detail, String code, OptionalLong retryAfter) {

    public static final String CONTENT_TYPE = "application/problem+json";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(String type, String title, int status, String detail, String code,
            @Nullable Long retryAfterSeconds) {
    }

    public static Problem of(int status, String title, String code, String detail) {
        return new Problem(status, title, detail, code, OptionalLong.empty());
    }

    public static Problem badRequest(String code, String detail) {
        return of(400, "Bad Request", code, detail);
    }

    public static Problem notFound(String code, String detail) {
        return of(404, "Not Found", code, detail);
    }

    public static Problem unavailable(String code, String detail) {
        return new Problem(503, "Service Unavailable", detail, code, OptionalLong.of(2));
    }

    public Problem retryAfter(long seconds) {
        return new Problem(status, title, detail, code, OptionalLong.of(seconds));
    }

    public String json() {
        return Json.text(new Body("about:blank", title, status, detail, code,
                retryAfter.isPresent() ? retryAfter.getAsLong() : null));
    }

    public void send(HttpServerResponse response) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        retryAfter.ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
        response.end(json());
    }
}
