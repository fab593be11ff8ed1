package io.figcast.chart.http.problem;

import java.util.concurrent.CompletionException;

import jakarta.ws.rs.WebApplicationException;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.kafka.RequestRefusedException;
import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.handler.HttpException;

/** Which problem a failure is, wherever it came about. */
final class Problems {

    private Problems() {
    }

    /** @param status what HTTP calls it if the failure does not say */
    static Problem of(@Nullable Throwable failure, int status) {
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return of(wrapped.getCause(), status);
        }
        if (failure instanceof ProblemException told) {
            return told.problem();
        }
        if (failure instanceof RequestRefusedException refused) {
            return Problem.badRequest(refused.code(), String.valueOf(refused.getMessage()));
        }
        if (failure instanceof WebApplicationException rest) {
            return HttpProblems.of(rest.getResponse().getStatus());
        }
        if (failure instanceof HttpException http) {
            return HttpProblems.of(http.getStatusCode());
        }
        if (failure instanceof ForbiddenException) {
            return Problem.of(403, "Forbidden", "ROLE_REQUIRED", "this login has not the role that this needs");
        }
        if (failure != null && status >= 500) {
            Log.error("A call failed unexpectedly", failure);
        }
        return HttpProblems.of(status);
    }
}
