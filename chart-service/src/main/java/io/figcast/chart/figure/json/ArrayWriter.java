package io.figcast.chart.figure.json;

import java.io.IOException;

import io.figcast.chart.figure.plotly.AxisType;
import io.figcast.chart.figure.plotly.Counts;

/**
 * How arrays of values stand in a figure's JSON: as numbers, or as references to columns that travel beside it.
 */
interface ArrayWriter {

    void write(double[] values, AxisType type) throws IOException;

    void write(Counts counts) throws IOException;
}
