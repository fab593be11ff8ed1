package io.figcast.chart.answer;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.figure.plotly.FigureKind;

/**
 * The form in which figures are sent.
 *
 * @param dense whether columns travel as bytes beside the JSON, for the page, or as JSON numbers, for everybody
 * @param only one figure alone, as Plotly takes it, or null for all four in their envelope
 */
public record Form(boolean dense, @Nullable FigureKind only) {

    public static final String DENSE_TYPE = "application/vnd.figcast.figures";

    public static final Form JSON = new Form(false, null);
    public static final Form DENSE = new Form(true, null);

    public String contentType() {
        return dense ? DENSE_TYPE : "application/json";
    }
}
