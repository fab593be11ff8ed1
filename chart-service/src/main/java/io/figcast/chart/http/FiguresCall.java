package io.figcast.chart.http;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.answer.Form;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.http.call.CategoryParameters;
import io.figcast.chart.http.call.QualityValues;
import io.figcast.chart.http.call.RegionParameters;
import io.figcast.chart.http.problem.ProblemException;
import io.vertx.core.MultiMap;

/**
 * What a call for figures asks.
 *
 * @param ref the category
 * @param region the part of the plane that is asked for; all of it if empty
 * @param form how the figures are to be told
 * @param gzip whether they may be compressed
 */
record FiguresCall(CategoryRef ref, Optional<Region> region, Form form, boolean gzip) {

    /**
     * Reads it from a call.
     *
     * @throws ProblemException if the parameters are malformed
     */
    static FiguresCall read(MultiMap parameters, @Nullable String accept, @Nullable String codings,
            @Nullable FigureKind only, Catalogues catalogues) {
        CategoryRef ref = CategoryParameters.read(parameters::getAll, catalogues);
        Optional<Region> region = RegionParameters.read(parameters::getAll);
        return new FiguresCall(ref, region, only != null ? new Form(false, only) : form(accept), isGzip(codings));
    }

    private static Form form(@Nullable String accept) {
        if (accept == null || !accept.contains(Form.DENSE_TYPE)) {
            return Form.JSON;
        }
        QualityValues types = QualityValues.parse(accept);
        double dense = types.of(Form.DENSE_TYPE, "", 0);
        return dense > 0 && dense >= types.of("application/json", "*/*", 0) ? Form.DENSE : Form.JSON;
    }

    private static boolean isGzip(@Nullable String codings) {
        QualityValues weights = QualityValues.parse(codings);
        double gzip = weights.of("gzip", "*", 0);
        return gzip > 0 && gzip >= weights.of("identity", "", 0);
    }
}
