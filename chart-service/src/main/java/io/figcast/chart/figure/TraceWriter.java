package io.figcast.chart.figure;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes traces by the names that Plotly has for their attributes.
 */
record TraceWriter(JsonGenerator json, ArrayWriter arrays) {

    private static final double INVISIBLE_GAP = 1e-9;

    void write(Trace trace) throws IOException {
        json.writeStartObject();
        if (trace instanceof Markers markers) {
            write(markers);
        } else if (trace instanceof Lines lines) {
            write(lines);
        } else if (trace instanceof Histogram2d histogram) {
            writeRows("histogram2d", histogram.x(), histogram.y());
        } else if (trace instanceof Histogram2dContour contour) {
            writeRows("histogram2dcontour", contour.x(), contour.y());
        } else if (trace instanceof Heatmap heatmap) {
            writeBins("heatmap", heatmap.x(), heatmap.y(), heatmap.z());
            // Plotly draws evenly spaced boxes as one stretched image, whose borders may fall on other pixels than those of
            // the boxes that it draws one by one for a histogram2d, or for a heatmap with a gap, be it too narrow to see.
            json.writeNumberField("xgap", INVISIBLE_GAP);
        } else if (trace instanceof Contour contour) {
            writeBins("contour", contour.x(), contour.y(), contour.z());
            // What histogram2dcontour has by default and contour has not.
            json.writeBooleanField("autocolorscale", true);
        }
        json.writeStringField("hovertemplate", trace.hover().template());
        json.writeEndObject();
    }

    private void write(Markers markers) throws IOException {
        writeRows("scatter", markers.x(), markers.y());
        json.writeStringField("mode", "markers");
        json.writeObjectFieldStart("marker");
        json.writeNumberField("opacity", 0.5);
        json.writeNumberField("size", 14);
        // What the original's "thin darkgrey solid" meant; Plotly has no such shorthand.
        json.writeObjectFieldStart("line");
        json.writeNumberField("width", 1);
        json.writeStringField("color", "darkgrey");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Lines lines) throws IOException {
        writeRows("scatter", lines.x(), lines.y());
        json.writeStringField("mode", "lines");
        json.writeObjectFieldStart("line");
        json.writeStringField("shape", lines.shape().wireName());
        json.writeNumberField("width", 0.5);
        json.writeEndObject();
    }

    private void writeRows(String type, double[] x, double[] y) throws IOException {
        json.writeStringField("type", type);
        json.writeFieldName("x");
        arrays.write(x);
        json.writeFieldName("y");
        arrays.write(y);
    }

    private void writeBins(String type, Steps x, Steps y, Counts z) throws IOException {
        json.writeStringField("type", type);
        writeSteps("x0", "dx", x);
        writeSteps("y0", "dy", y);
        json.writeFieldName("z");
        arrays.write(z);
    }

    private void writeSteps(String first, String size, Steps steps) throws IOException {
        json.writeFieldName(first);
        json.writeNumber(JsonNumbers.shortest(steps.first()));
        json.writeFieldName(size);
        json.writeNumber(JsonNumbers.shortest(steps.size()));
    }
}
