package io.figcast.chart.http;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.figcast.chart.answer.Answers;
import io.figcast.chart.answer.Outcome;
import io.figcast.chart.answer.Rows;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.call.WaitPreference;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /api/slice}: all rows as CSV, written as fast as the client takes them and no faster. */
@ApplicationScoped
class SliceRoute {

    private final Answers answers;
    private final Catalogues catalogues;
    private final AnswerResponses responses;

    SliceRoute(Answers answers, Catalogues catalogues, AnswerResponses responses) {
        this.answers = answers;
        this.catalogues = catalogues;
        this.responses = responses;
    }

    void add(@Observes Router router) {
        router.route("/api/slice").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::slice);
    }

    private void slice(RoutingContext context) {
        CategoryRef ref = CategoryParameters.read(context::queryParam, catalogues);
        OptionalInt preferred = WaitPreference.parse(context.request().headers().getAll("Prefer"));
        Context home = context.vertx().getOrCreateContext();
        CompletableFuture<?> unused = answers.rows(ref, Duration.ofSeconds(preferred.orElse(0)))
                .thenAccept(found -> home.runOnContext(ignored -> respond(context, ref, found, preferred)));
    }

    private void respond(RoutingContext context, CategoryRef ref, Rows found, OptionalInt preferred) {
        context.addEndHandler(ended -> found.close());
        if (context.response().closed()) {
            found.close();
            return;
        }
        if (found.slice().isEmpty() || !(found.outcome() instanceof Outcome.Ready ready)) {
            responses.other(context, found.outcome(), preferred);
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Disposition",
                        Attachment.named(
                                ref.dataset() + "-" + ref.category() + "-" + ready.answer().manifest().version() + ".csv"));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        response.setChunked(true);
        stream(response, new CsvRows(found.slice().get()));
    }

    private static void stream(HttpServerResponse response, CsvRows csv) {
        while (csv.hasNext()) {
            if (response.closed()) {
                return;
            }
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> stream(response, csv));
                return;
            }
            response.write(csv.next());
        }
        response.end();
    }
}
