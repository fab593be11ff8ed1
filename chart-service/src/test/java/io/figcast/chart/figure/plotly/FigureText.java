package io.figcast.chart.figure.plotly;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.json.FigureWriter;

/**
 * A figure as everybody gets it.
 */
final class FigureText {

    private FigureText() {
    }

    static String of(Figure figure) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            FigureWriter.writeSingle(figure, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
