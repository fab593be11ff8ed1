package io.figcast.chart.figure.json;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Doubles as JSON numbers: the fewest digits that read back as the same double.
 */
final class JsonNumbers {

    private JsonNumbers() {
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
