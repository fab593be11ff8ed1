package io.figcast.chart.http;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.http.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Parses calls for figures. Dashboards repeat the same query and header fields, so their meaning is remembered: parsing them
 * would be a quarter of the work of a warm answer.
 */
@Singleton
class FiguresCalls {

    private static final int MAX_REMEMBERED = 4_096;
    private static final int LONGEST_REMEMBERED = 512;

    private final Catalogues catalogues;
    private final Cache<Words, FiguresCall> remembered = Caffeine.newBuilder().maximumSize(MAX_REMEMBERED)
            .executor(Runnable::run).build();

    FiguresCalls(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** What they mean depends on the catalogues: which dataset is the default one, which columns are its own. */
    private record Words(String query, String accept, String codings, @Nullable FigureKind only, long revision) {

        int length() {
            return query.length() + accept.length() + codings.length();
        }
    }

    /** @throws ProblemException if the parameters are malformed */
    FiguresCall read(RoutingContext context, @Nullable FigureKind only) {
        HttpServerRequest request = context.request();
        Words words = new Words(orEmpty(request.query()), orEmpty(request.headers().get(HttpHeaders.ACCEPT)),
                orEmpty(request.headers().get(HttpHeaders.ACCEPT_ENCODING)), only, catalogues.revision());
        FiguresCall known = remembered.getIfPresent(words);
        if (known != null) {
            return known;
        }
        FiguresCall question = FiguresCall.read(context.queryParams(), words.accept(), words.codings(), only,
                catalogues);
        if (words.length() <= LONGEST_REMEMBERED) {
            remembered.put(words, question);
        }
        return question;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
