package io.figcast.chart.http.problem;

import java.util.concurrent.CompletionException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.figcast.chart.kafka.RequestRefusedException;
import io.quarkus.logging.Log;

/** Every error of REST as a problem document. */
public class ProblemMappers {

    @ServerExceptionMapper
    Response problem(ProblemException failure) {
        return response(failure.problem());
    }

    @ServerExceptionMapper
    Response refused(RequestRefusedException failure) {
        return response(Problem.badRequest(failure.code(), String.valueOf(failure.getMessage())));
    }

    @ServerExceptionMapper
    Response wrapped(CompletionException failure) {
        return failure.getCause() instanceof ProblemException problem ? problem(problem) : unexpected(failure);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        return response(HttpProblems.of(failure.getResponse().getStatus()));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        Log.error("A call failed unexpectedly", failure);
        return response(HttpProblems.of(500));
    }

    public static String message(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status()).type(Problem.CONTENT_TYPE)
                .header("Cache-Control", "no-store").entity(problem.json());
        problem.retryAfter().ifPresent(seconds -> response.header("Retry-After", Long.toString(seconds)));
        return response.build();
    }
}
