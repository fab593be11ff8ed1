package io.figcast.chart.figure.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.Axis;
import io.figcast.chart.figure.plotly.BinCentres;
import io.figcast.chart.figure.plotly.Counts;
import io.figcast.chart.figure.plotly.Trace;
import io.figcast.reduction.rows.AxisType;

/**
 * Writes traces by the names that Plotly has for their attributes.
 */
record TraceWriter(JsonGenerator json, Arrays arrays, Axes axes) implements Trace.Visitor<IOException> {

    private static final double INVISIBLE_GAP = 1e-9;

    void write(Trace trace) throws IOException {
        json.writeStartObject();
        trace.accept(this);
        json.writeStringField("hovertemplate", trace.hover().template());
        json.writeEndObject();
    }

    @Override
    public void markers(Trace.Markers markers) throws IOException {
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

    @Override
    public void line(Trace.Line line) throws IOException {
        writeRows("scatter", line.x(), line.y());
        json.writeStringField("mode", "lines");
        json.writeObjectFieldStart("line");
        json.writeStringField("shape", line.shape().wireName());
        json.writeNumberField("width", 0.5);
        json.writeEndObject();
    }

    @Override
    public void histogram2d(Trace.Histogram2d histogram) throws IOException {
        writeRows("histogram2d", histogram.x(), histogram.y());
    }

    @Override
    public void histogram2dContour(Trace.Histogram2dContour contour) throws IOException {
        writeRows("histogram2dcontour", contour.x(), contour.y());
    }

    @Override
    public void heatmap(Trace.Heatmap heatmap) throws IOException {
        writeBins("heatmap", heatmap.x(), heatmap.y(), heatmap.z());
        // Plotly draws evenly spaced boxes as one stretched image, whose borders may fall on other pixels than those of
        // the boxes that it draws one by one for a histogram2d, or for a heatmap with a gap, be it too narrow to see.
        json.writeNumberField("xgap", INVISIBLE_GAP);
    }

    @Override
    public void contour(Trace.Contour contour) throws IOException {
        writeBins("contour", contour.x(), contour.y(), contour.z());
        // What histogram2dcontour has by default and contour has not.
        json.writeBooleanField("autocolorscale", true);
    }

    private void writeRows(String type, double[] x, double[] y) throws IOException {
        json.writeStringField("type", type);
        json.writeFieldName("x");
        arrays.write(x, axes.x().type());
        json.writeFieldName("y");
        arrays.write(y, axes.y().type());
    }

    private void writeBins(String type, BinCentres x, BinCentres y, Counts z) throws IOException {
        json.writeStringField("type", type);
        writeCentres("x0", "dx", x, axes.x());
        writeCentres("y0", "dy", y, axes.y());
        json.writeFieldName("z");
        arrays.write(z);
    }

    private void writeCentres(String first, String size, BinCentres centres, Axis axis) throws IOException {
        json.writeFieldName(first);
        JsonValues.write(centres.first(), axis.type(), json);
        json.writeFieldName(size);
        json.writeNumber(JsonValues.shortest(centres.size()));
    }

    /** How arrays of values stand in a figure's JSON: as numbers, or as references to columns that travel beside it. */
    interface Arrays {

        void write(double[] values, AxisType type) throws IOException;

        void write(Counts counts) throws IOException;
    }
}
