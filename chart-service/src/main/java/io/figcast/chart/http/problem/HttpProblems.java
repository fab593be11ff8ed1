package io.figcast.chart.http.problem;

import io.netty.handler.codec.http.HttpResponseStatus;

/** The problems that HTTP itself has with a call. */
public final class HttpProblems {

    private HttpProblems() {
    }

    public static Problem of(int status) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        return switch (status) {
            case 400 -> Problem.of(status, title, "MALFORMED", "the call is not well-formed");
            case 403 -> Problem.of(status, title, "FORBIDDEN", "this is not allowed");
            case 404 -> Problem.of(status, title, "NOT_FOUND", "there is nothing at this address");
            case 405 -> Problem.of(status, title, "METHOD_NOT_ALLOWED", "this address does not support the method");
            case 406 -> Problem.of(status, title, "NOT_ACCEPTABLE", "it is not available in any accepted media type");
            case 413 -> Problem.of(status, title, "TOO_LARGE", "the body is larger than 64 KiB");
            case 414 -> Problem.of(status, title, "TOO_LONG", "the request line is too long");
            case 415 -> Problem.of(status, title, "UNSUPPORTED_MEDIA_TYPE", "only application/json is accepted");
            case 431 -> Problem.of(status, title, "TOO_LARGE", "the header fields are too large");
            default -> status >= 500
                    ? Problem.of(status, title, "INTERNAL", "an unexpected error, which is in the log")
                    : Problem.of(status, title, "REFUSED", title);
        };
    }
}
