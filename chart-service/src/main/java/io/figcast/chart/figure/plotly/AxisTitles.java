package io.figcast.chart.figure.plotly;

/**
 * What the two columns are called, as it stands in the dataset's configuration. The contracted margins leave no room for
 * titles at the axes, so that they name the values in hover texts.
 *
 * @param x the title of the first column
 * @param y the title of the second column
 */
public record AxisTitles(String x, String y) {
}
