package io.figcast.chart.figure.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.plotly.AxisType;
import io.figcast.chart.figure.plotly.Counts;

/**
 * Writes arrays as JSON arrays, of numbers or of dates.
 */
record JsonArrays(JsonGenerator json) implements ArrayWriter {

    @Override
    public void write(double[] values, AxisType type) throws IOException {
        json.writeStartArray(values, values.length);
        for (double value : values) {
            JsonValues.write(value, type, json);
        }
        json.writeEndArray();
    }

    @Override
    public void write(Counts counts) throws IOException {
        json.writeStartArray(counts, counts.rows());
        for (int row = 0; row < counts.rows(); row++) {
            json.writeArray(counts.values(), row * counts.columns(), counts.columns());
        }
        json.writeEndArray();
    }
}
