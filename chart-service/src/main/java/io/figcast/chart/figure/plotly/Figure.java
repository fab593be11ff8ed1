package io.figcast.chart.figure.plotly;

import java.util.List;

/**
 * A Plotly figure: what {@code Plotly.newPlot} takes.
 *
 * @param kind which of the four it is
 * @param data its traces
 * @param layout its layout
 */
public record Figure(FigureKind kind, List<Trace> data, Layout layout) {

    public Figure {
        data = List.copyOf(data);
    }
}
