package io.figcast.chart.figure.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;

import io.figcast.reduction.date.DateText;
import io.figcast.reduction.rows.AxisType;

/**
 * Doubles as JSON: numbers of the fewest digits that read back as the same double, and dates in Plotly's notation.
 */
final class JsonValues {

    private JsonValues() {
    }

    /**
     * Writes a value of an axis.
     *
     * @throws IOException if the generator's target does
     */
    static void write(double value, AxisType type, JsonGenerator json) throws IOException {
        switch (type) {
            case LINEAR -> json.writeNumber(shortest(value));
            // What lies beyond all dates that Plotly knows: borders of a region, of bins.
            case DATE -> json.writeString(DateText.of(Math.max(DateText.FIRST, Math.min(DateText.LAST, value))));
        }
    }

    /**
     * The number as text, without the {@code .0} that Java writes after whole numbers.
     *
     * @throws IllegalArgumentException for what JSON has no number for
     */
    static String shortest(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        // Java's own text was not the shortest before JDK 19 (JDK-4511638); Jackson's is.
        String text = NumberOutput.toString(value, true);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
