package io.figcast.chart.figure.json;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.plotly.Layout;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.reduction.rows.AxisType;

/**
 * Writes a {@link Layout} by the names that Plotly has for its attributes.
 */
final class LayoutWriter {

    private LayoutWriter() {
    }

    static void write(Layout layout, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("margin");
        json.writeNumberField("l", Layout.MARGIN_LEFT);
        json.writeNumberField("r", Layout.MARGIN_RIGHT);
        json.writeNumberField("b", Layout.MARGIN_BOTTOM);
        json.writeNumberField("t", Layout.MARGIN_TOP);
        json.writeEndObject();
        Optional<Region> region = layout.region();
        writeAxis("xaxis", layout.axes().x().type(), region.map(r -> new double[] { r.x0(), r.x1() }), json);
        writeAxis("yaxis", layout.axes().y().type(), region.map(r -> new double[] { r.y0(), r.y1() }), json);
        writeMeta(layout.shown(), json);
        json.writeEndObject();
    }

    private static void writeAxis(String name, AxisType type, Optional<double[]> range, JsonGenerator json)
            throws IOException {
        if (type == AxisType.LINEAR && range.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        if (type == AxisType.DATE) {
            json.writeStringField("type", "date");
        }
        if (range.isPresent()) {
            json.writeArrayFieldStart("range");
            for (double border : range.get()) {
                JsonValues.write(border, type, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeMeta(Shown shown, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("meta");
        json.writeNumberField("rows", shown.rows());
        json.writeNumberField("shown", shown.shown());
        json.writeStringField("method", shown.method().wireName());
        if (shown.coarse()) {
            json.writeBooleanField("coarse", true);
        }
        if (shown.ordered()) {
            json.writeStringField("ordered", "x");
        }
        json.writeEndObject();
    }
}
