package io.figcast.chart.figure.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.Trace;

/**
 * Writes figures, for everybody as JSON with numbers, and for the page in the dense form: the same JSON, in which
 * {@code {"column":i}} stands wherever an array of numbers would, {@code {"column":i,"type":"date"}} for dates as
 * milliseconds since 1970 UTC, and those columns as bytes beside it.
 */
public final class FigureWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private FigureWriter() {
    }

    /**
     * Writes the array {@code "figures"} of an answer.
     *
     * @throws IOException if the generator's target does
     */
    public static void writeJson(List<Figure> figures, JsonGenerator json) throws IOException {
        write(figures, json, new JsonArrays(json));
    }

    /**
     * Writes one figure that {@code Plotly.newPlot} and {@code plotly.io.from_json} take as it is.
     *
     * @throws IOException if the generator's target does
     */
    public static void writeSingle(Figure figure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeDataAndLayout(figure, json, new JsonArrays(json));
        json.writeEndObject();
    }

    /** The figures in the dense form. */
    public static DenseFigures dense(List<Figure> figures) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            DenseArrays columns = new DenseArrays(json);
            write(figures, json, columns);
            json.flush();
            byte[] figuresJson = text.toString().getBytes(StandardCharsets.UTF_8);
            return new DenseFigures(figuresJson, columns.spec(), columns.buffers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<Figure> figures, JsonGenerator json, ArrayWriter arrays) throws IOException {
        json.writeStartArray();
        for (Figure figure : figures) {
            json.writeStartObject();
            json.writeStringField("kind", figure.kind().wireName());
            writeDataAndLayout(figure, json, arrays);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDataAndLayout(Figure figure, JsonGenerator json, ArrayWriter arrays) throws IOException {
        json.writeArrayFieldStart("data");
        TraceWriter traces = new TraceWriter(json, arrays, figure.layout().axes());
        for (Trace trace : figure.data()) {
            traces.write(trace);
        }
        json.writeEndArray();
        json.writeFieldName("layout");
        LayoutWriter.write(figure.layout(), json);
    }
}
