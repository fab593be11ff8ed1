package io.figcast.chart.figure.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.plotly.Layout;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.figure.plotly.Shown;

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
        if (layout.region().isPresent()) {
            Region region = layout.region().get();
            writeRange("xaxis", region.x0(), region.x1(), json);
            writeRange("yaxis", region.y0(), region.y1(), json);
        }
        writeMeta(layout.shown(), json);
        json.writeEndObject();
    }

    private static void writeRange(String axis, double from, double to, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(axis);
        json.writeArrayFieldStart("range");
        json.writeNumber(JsonNumbers.shortest(from));
        json.writeNumber(JsonNumbers.shortest(to));
        json.writeEndArray();
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
        json.writeEndObject();
    }
}
