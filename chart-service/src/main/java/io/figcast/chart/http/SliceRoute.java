package io.figcast.chart.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.Answers;
import io.figcast.chart.answer.Outcome;
import io.figcast.chart.answer.Rows;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.call.Preferences;
import io.figcast.chart.http.problem.HttpProblems;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.slice.Manifest;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /api/slice}: all rows as CSV, a route of its own, because it writes as its client reads. */
@ApplicationScoped
class SliceRoute {

    private final Answers answers;
    private final Catalogues catalogues;
    private final AnswerResponses responses;
    private final Downloads downloads;

    SliceRoute(Answers answers, Catalogues catalogues, AnswerResponses responses, Downloads downloads) {
        this.answers = answers;
        this.catalogues = catalogues;
        this.responses = responses;
        this.downloads = downloads;
    }

    void add(@Observes Router router) {
        router.route("/api/slice").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::slice);
    }

    private void slice(RoutingContext context) {
        CategoryRef ref = CategoryParameters.read(context::queryParam, catalogues);
        if (isHead(context)) {
            head(context, ref);
        } else {
            slice(context, ref);
        }
    }

    /** The manifest says all that the head does; where there is none, {@code HEAD} sets off what {@code GET} would. */
    private void head(RoutingContext context, CategoryRef ref) {
        Context home = context.vertx().getOrCreateContext();
        CompletableFuture<?> unused = answers.manifest(ref)
                .thenAccept(manifest -> home.runOnContext(ignored -> manifest.ifPresentOrElse(
                        found -> head(context, ref, found), () -> slice(context, ref))));
    }

    private static void head(RoutingContext context, CategoryRef ref, Manifest manifest) {
        if (!isRefused(context.response(), manifest)) {
            putHead(context.response(), ref, manifest);
            context.response().end();
        }
    }

    private void slice(RoutingContext context, CategoryRef ref) {
        OptionalInt preferred = Preferences.wait(context.request().headers().getAll("Prefer"));
        Context home = context.vertx().getOrCreateContext();
        CompletableFuture<Outcome> asked = answers.answer(ref, Duration.ofSeconds(preferred.orElse(0)));
        context.addEndHandler(ended -> asked.cancel(false));
        CompletableFuture<?> unused = asked.thenAccept(outcome -> home.runOnContext(ignored -> {
            if (outcome instanceof Outcome.Ready ready && isHead(context)) {
                head(context, ref, ready.answer().manifest());
            } else if (outcome instanceof Outcome.Ready ready) {
                if (!isRefused(context.response(), ready.answer().manifest())) {
                    enter(context, ref, home, preferred);
                }
            } else {
                responses.other(context, outcome, preferred);
            }
        }));
    }

    /** Who waits for a computation needs no place; who has one reads the rows. */
    private void enter(RoutingContext context, CategoryRef ref, Context home, OptionalInt preferred) {
        Optional<Downloads.Place> place = downloads.enter();
        if (place.isEmpty()) {
            Problem.unavailable("TOO_MANY_DOWNLOADS", "this replica has reached its limit of downloads")
                    .send(context.response());
            return;
        }
        CompletableFuture<?> unused = answers.rows(ref, Duration.ZERO).whenComplete(
                (found, failure) -> home.runOnContext(ignored -> respond(context, ref, found, preferred, place.get())));
    }

    private void respond(RoutingContext context, CategoryRef ref, @Nullable Rows found, OptionalInt preferred,
            Downloads.Place place) {
        HttpServerResponse response = context.response();
        if (found != null) {
            place.holds(found);
        }
        if (found == null || found.slice().isEmpty() || !(found.outcome() instanceof Outcome.Ready ready)) {
            place.leave();
            if (found == null) {
                HttpProblems.of(500).send(response);
            } else {
                responses.other(context, found.outcome(), preferred);
            }
            return;
        }
        if (isRefused(response, ready.answer().manifest())) {
            place.leave();
            return;
        }
        putHead(response, ref, ready.answer().manifest());
        response.setChunked(true);
        place.send(context.request(), new CsvRows(found.slice().get(), ref.axes()));
    }

    /** The rows of a reduced slice are not here. */
    private static boolean isRefused(HttpServerResponse response, Manifest manifest) {
        if (manifest.reduced()) {
            Problem.badRequest(Outcome.REDUCED, "the " + manifest.rows()
                    + " rows of this category were reduced where they are, and cannot be downloaded from here").send(response);
        }
        return manifest.reduced();
    }

    private static boolean isHead(RoutingContext context) {
        return context.request().method().equals(HttpMethod.HEAD);
    }

    private static void putHead(HttpServerResponse response, CategoryRef ref, Manifest manifest) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Disposition", Attachment.named(name(ref) + "-" + manifest.version() + ".csv"));
    }

    private static String name(CategoryRef ref) {
        Axes axes = ref.axes();
        return ref.dataset() + "-" + ref.category() + (axes == null ? "" : "-" + axes.x() + "-" + axes.y());
    }
}
