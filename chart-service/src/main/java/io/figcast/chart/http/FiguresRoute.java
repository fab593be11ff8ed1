package io.figcast.chart.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.Answers;
import io.figcast.chart.answer.Outcome;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.http.call.Preferences;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.security.PathMatchingHttpSecurityPolicy;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code GET /api/figures} and {@code GET /api/figures/{kind}}: routes of their own, because a warm answer is nothing but
 * shared bytes, for which plain REST would do several times the work.
 */
@ApplicationScoped
class FiguresRoute {

    private static final int BEFORE_AUTHENTICATION = -(SecurityHandlerPriorities.AUTHENTICATION + 1);

    private final Answers answers;
    private final FiguresCalls questions;
    private final AnswerResponses responses;

    FiguresRoute(Answers answers, FiguresCalls questions, AnswerResponses responses) {
        this.answers = answers;
        this.questions = questions;
        this.responses = responses;
    }

    /**
     * As long as no policy of any kind is configured they skip authentication, a sixth of the work of a 304; as soon as there
     * is one they come after it, like all others.
     */
    void add(@Observes Router router, PathMatchingHttpSecurityPolicy policies) {
        Route all = router.route("/api/figures");
        Route single = router.route("/api/figures/:kind");
        if (policies.hasNoPermissions()) {
            all.order(BEFORE_AUTHENTICATION);
            single.order(BEFORE_AUTHENTICATION);
        }
        all.method(HttpMethod.GET).method(HttpMethod.HEAD)
                .handler(context -> figures(context, null));
        single.method(HttpMethod.GET).method(HttpMethod.HEAD).handler(context -> {
            Optional<FigureKind> kind = FigureKind.of(context.pathParam("kind"));
            if (kind.isEmpty()) {
                throw new ProblemException(Problem.notFound("UNKNOWN_KIND", "there is no such kind of figure"));
            }
            figures(context, kind.get());
        });
    }

    private void figures(RoutingContext context, @Nullable FigureKind only) {
        FiguresCall question = questions.read(context, only);
        CategoryRef ref = question.ref();
        Optional<Region> region = question.region();
        List<String> preferences = context.request().headers().getAll("Prefer");
        boolean onlyHeld = Preferences.onlyHeld(preferences);
        Outcome.Ready warm = region.isPresent() ? null : onlyHeld ? answers.fresh(ref) : answers.warm(ref);
        Encoded finished = warm == null ? null : answers.finished(warm, question.form(), question.gzip());
        if (warm != null && finished != null) {
            responses.ready(context, warm, finished, OptionalInt.empty());
            return;
        }
        if (warm == null && onlyHeld) {
            responses.notHeld(context.response());
            return;
        }
        OptionalInt preferred = Preferences.wait(preferences);
        Duration wait = Duration.ofSeconds(preferred.orElse(0));
        Context home = context.vertx().getOrCreateContext();
        CompletableFuture<Outcome> outcome = region.isPresent() ? answers.region(ref, region.get(), wait)
                : answers.answer(ref, wait);
        // Whoever has gone does not want a region drawn any more.
        context.addEndHandler(ended -> outcome.cancel(false));
        CompletableFuture<?> unused = outcome.thenCompose(end -> encoded(end, question))
                .whenComplete((end, failure) -> home.runOnContext(ignored -> respond(context, end, failure, preferred)));
    }

    /** An outcome, with its bytes where it has any. */
    private record End(Outcome outcome, @Nullable Encoded encoded) {
    }

    private CompletableFuture<End> encoded(Outcome outcome, FiguresCall question) {
        return outcome instanceof Outcome.Ready ready
                ? answers.finish(ready, question.form(), question.gzip()).thenApply(bytes -> new End(outcome, bytes))
                : CompletableFuture.completedFuture(new End(outcome, null));
    }

    private void respond(RoutingContext context, End end, @Nullable Throwable failure, OptionalInt preferred) {
        if (context.response().closed() || context.response().ended()) {
            return;
        }
        if (failure != null) {
            Log.error("Figures could not be written", failure);
            Problem.unavailable("BUSY", "the figures could not be written").send(context.response());
        } else if (end.outcome() instanceof Outcome.Ready ready && end.encoded() != null) {
            responses.ready(context, ready, end.encoded(), preferred);
        } else {
            responses.other(context, end.outcome(), preferred);
        }
    }
}
