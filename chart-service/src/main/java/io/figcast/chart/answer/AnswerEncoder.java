package io.figcast.chart.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.Signal;
import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.encoding.Json;
import io.figcast.chart.figure.json.FigureWriter;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.slice.Manifest;

/** Encodes an answer. */
final class AnswerEncoder {

    private static final JsonFactory JSON = new JsonFactory();

    private final Answer answer;

    AnswerEncoder(Answer answer) {
        this.answer = answer;
    }

    Encoded encode(Encoding encoding) {
        byte[] plain = plain(encoding);
        if (encoding.gzip()) {
            byte[] gzip = Encoded.gzip(plain);
            if (gzip.length < plain.length) {
                return Encoded.of(gzip, encoding.form().contentType(), true);
            }
        }
        return Encoded.of(plain, encoding.form().contentType(), false);
    }

    private byte[] plain(Encoding encoding) {
        FigureKind only = encoding.form().only();
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            if (only != null) {
                FigureWriter.writeSingle(figure(answer.figures(), only), json);
            } else if (encoding.form().dense()) {
                return dense(encoding);
            } else {
                writeEnvelope(encoding, json);
                json.writeFieldName("figures");
                FigureWriter.writeJson(answer.figures(), json);
                json.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Figure figure(List<Figure> figures, FigureKind kind) {
        return figures.stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
    }

    /** Its length, the JSON padded to a multiple of eight, the columns. */
    private byte[] dense(Encoding encoding) throws IOException {
        FigureWriter.Dense dense = FigureWriter.dense(answer.figures());
        ByteArrayOutputStream text = new ByteArrayOutputStream(8 * 1024);
        text.write(new byte[Integer.BYTES]);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writeEnvelope(encoding, json);
            json.flush();
            text.writeBytes(",\"columns\":".getBytes(StandardCharsets.US_ASCII));
            text.writeBytes(dense.columns());
            text.writeBytes(",\"figures\":".getBytes(StandardCharsets.US_ASCII));
            text.writeBytes(dense.figures());
            text.write('}');
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        }
        while (text.size() % Double.BYTES != 0) {
            text.write(' ');
        }
        int columns = dense.buffers().stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer bytes = ByteBuffer.allocate(text.size() + columns).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text.toByteArray()).putInt(0, text.size() - Integer.BYTES);
        dense.buffers().forEach(column -> bytes.put(column.duplicate()));
        return bytes.array();
    }

    /** Everything but the figures, with the object left open. */
    private void writeEnvelope(Encoding encoding, JsonGenerator json) throws IOException {
        Manifest manifest = answer.manifest();
        json.writeStartObject();
        json.writeStringField("dataset", manifest.ref().dataset());
        json.writeStringField("category", manifest.ref().category());
        Axes axes = manifest.ref().axes();
        if (axes != null) {
            json.writeStringField("x", axes.x());
            json.writeStringField("y", axes.y());
        }
        json.writeStringField("version", manifest.version());
        json.writeStringField("state", encoding.state().wireName());
        json.writeNumberField("rows", manifest.rows());
        json.writeNumberField("omitted", manifest.omitted());
        if (manifest.reduced()) {
            json.writeBooleanField("reduced", true);
        }
        json.writeStringField("computedAt", Json.time(manifest.computedAt()));
        json.writeStringField("staleAt", Json.time(manifest.staleAt()));
        json.writeStringField("expiresAt", Json.time(manifest.expiresAt()));
        json.writeNumberField("computeMillis", manifest.computeMillis());
        writeError(encoding.error(), json);
    }

    private static void writeError(Signal.@Nullable Failure error, JsonGenerator json) throws IOException {
        if (error != null) {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", error.code());
            json.writeStringField("message", error.message());
            json.writeNumberField("retryAfterSeconds", error.retryAfterSeconds());
            json.writeEndObject();
        }
    }
}
