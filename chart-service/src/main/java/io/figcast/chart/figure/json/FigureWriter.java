package io.figcast.chart.figure.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.plotly.Counts;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.Trace;
import io.figcast.reduction.rows.AxisType;

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
    public static Dense dense(List<Figure> figures) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            DenseArrays columns = new DenseArrays(json);
            write(figures, json, columns);
            json.flush();
            byte[] figuresJson = text.toString().getBytes(StandardCharsets.UTF_8);
            return new Dense(figuresJson, columns.spec(), columns.buffers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<Figure> figures, JsonGenerator json, TraceWriter.Arrays arrays) throws IOException {
        json.writeStartArray();
        for (Figure figure : figures) {
            json.writeStartObject();
            json.writeStringField("kind", figure.kind().wireName());
            writeDataAndLayout(figure, json, arrays);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDataAndLayout(Figure figure, JsonGenerator json, TraceWriter.Arrays arrays) throws IOException {
        json.writeArrayFieldStart("data");
        TraceWriter traces = new TraceWriter(json, arrays, figure.layout().axes());
        for (Trace trace : figure.data()) {
            traces.write(trace);
        }
        json.writeEndArray();
        json.writeFieldName("layout");
        LayoutWriter.write(figure.layout(), json);
    }

    /**
     * Figures in the dense form, in the parts of which an answer is put together.
     *
     * @param figures the array {@code "figures"}, in which {@code {"column":i}} stands for an array of numbers, and
     *        {@code {"column":i,"type":"date"}} for dates, in milliseconds since 1970 UTC; UTF-8
     * @param columns the array {@code "columns"}, which describes them: {@code dtype} ({@code f8} or {@code i4},
     *        little-endian),
     *        {@code offset} in bytes from where the first one begins, {@code length} in values and, for a grid, {@code shape}
     *        {@code "rows,columns"}; UTF-8
     * @param buffers the columns' bytes in that order, each padded to a multiple of eight: they follow each other as they are
     */
    public record Dense(byte[] figures, byte[] columns, List<ByteBuffer> buffers) {

        public Dense {
            buffers = List.copyOf(buffers);
        }
    }

    /** Writes arrays as JSON arrays, of numbers or of dates. */
    private record JsonArrays(JsonGenerator json) implements TraceWriter.Arrays {

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
}
