package io.figcast.chart.http.problem;

import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import io.figcast.chart.kafka.RequestRefusedException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/** Answers every failure with a problem document: those of REST and those of routes and filters. */
@ApplicationScoped
public class ProblemMapper {

    @ServerExceptionMapper({ ProblemException.class, RequestRefusedException.class, ForbiddenException.class,
            WebApplicationException.class, Throwable.class })
    Response problem(Throwable failure) {
        Problem problem = of(failure, 500);
        Response.ResponseBuilder response = Response.status(problem.status()).type(Problem.CONTENT_TYPE)
                .header("Cache-Control", "no-store").entity(problem.json());
        problem.retryAfter().ifPresent(seconds -> response.header("Retry-After", Long.toString(seconds)));
        return response.build();
    }

    void add(@Observes Router router) {
        router.route().failureHandler(ProblemMapper::tell);
        // A path with a malformed %zz matches no route, not even those of failures.
        router.errorHandler(400, ProblemMapper::tell);
    }

    private static void tell(RoutingContext context) {
        Throwable failure = context.failure();
        if (isAboutTheLogin(failure)) {
            context.next();
            return;
        }
        int status = context.statusCode();
        of(failure, status < 400 ? 500 : status).send(context.response());
    }

    /** Quarkus answers it with a challenge, or with the next step of the way to the provider and back. */
    private static boolean isAboutTheLogin(@Nullable Throwable failure) {
        return failure instanceof UnauthorizedException || failure instanceof AuthenticationRedirectException
                || failure instanceof AuthenticationCompletionException
                || failure instanceof SecurityException && !(failure instanceof ForbiddenException);
    }

    /**
     * Which problem a failure is, wherever it occurred.
     *
     * @param status what HTTP calls it if the failure does not say
     */
    private static Problem of(@Nullable Throwable failure, int status) {
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
            return Problem.of(403, "Forbidden", "ROLE_REQUIRED", "this login lacks the role that the call needs");
        }
        if (failure != null && status >= 500) {
            Log.error("A call failed unexpectedly", failure);
        }
        return HttpProblems.of(status);
    }
}
