package io.figcast.chart.figure.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.plotly.Counts;
import io.figcast.reduction.rows.AxisType;

/**
 * Writes arrays as references and collects them as little-endian columns. An array that was seen before is the same column
 * again; equal ones that are not the same array are not looked for.
 */
final class DenseArrays implements TraceWriter.Arrays {

    private static final int ALIGNMENT = 8;

    private final JsonGenerator json;
    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    private final List<ByteBuffer> buffers = new ArrayList<>();
    private final ByteArrayOutputStream spec = new ByteArrayOutputStream();
    private final JsonGenerator specJson;
    private int offset;

    DenseArrays(JsonGenerator json) throws IOException {
        this.json = json;
        specJson = new JsonFactory().createGenerator(spec);
        specJson.writeStartArray();
    }

    @Override
    public void write(double[] values, AxisType type) throws IOException {
        if (isNew(values)) {
            describe("f8", values.length);
            specJson.writeEndObject();
            ByteBuffer bytes = allocate(values.length * Double.BYTES);
            bytes.asDoubleBuffer().put(values);
            add(bytes);
        }
        writeReference(values, type);
    }

    @Override
    public void write(Counts counts) throws IOException {
        int[] values = counts.values();
        if (isNew(values)) {
            describe("i4", values.length);
            specJson.writeStringField("shape", counts.rows() + "," + counts.columns());
            specJson.writeEndObject();
            ByteBuffer bytes = allocate(values.length * Integer.BYTES);
            bytes.asIntBuffer().put(values);
            add(bytes);
        }
        writeReference(values, AxisType.LINEAR);
    }

    /** The columns' description, complete: nothing can be written any more. */
    byte[] spec() throws IOException {
        specJson.writeEndArray();
        specJson.close();
        return spec.toByteArray();
    }

    List<ByteBuffer> buffers() {
        return buffers;
    }

    private boolean isNew(Object array) {
        return numbers.putIfAbsent(array, numbers.size()) == null;
    }

    private void describe(String dtype, int length) throws IOException {
        specJson.writeStartObject();
        specJson.writeStringField("dtype", dtype);
        specJson.writeNumberField("offset", offset);
        specJson.writeNumberField("length", length);
    }

    private static ByteBuffer allocate(int length) {
        int padded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void add(ByteBuffer bytes) {
        buffers.add(bytes);
        offset += bytes.capacity();
    }

    private void writeReference(Object array, AxisType type) throws IOException {
        json.writeStartObject();
        json.writeNumberField("column", numbers.getOrDefault(array, 0));
        if (type == AxisType.DATE) {
            json.writeStringField("type", "date");
        }
        json.writeEndObject();
    }
}
