package io.figcast.chart.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.json.FigureWriter;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.slice.Slice;

/**
 * The four figures take less than 1 MB as JSON numbers, however many rows there are and whatever is in them.
 */
class AnswerSizeTest {

    private static final Map<String, ToDoubleFunction<Random>> COLUMNS = new TreeMap<>(Map.of(
            "normal", Random::nextGaussian,
            "uniform", Random::nextDouble,
            "heavy tails", random -> Math.pow(1 - random.nextDouble(), -1.5),
            "far outliers", random -> random.nextGaussian() * (random.nextInt(1000) == 0 ? 1e7 : 1),
            "long texts", random -> -1.2345678901234567e-100 * (1 + random.nextDouble()),
            "every magnitude", AnswerSizeTest::anyDouble,
            "whole numbers", random -> random.nextInt(),
            "even and many", random -> Math.sqrt(random.nextDouble()) * 1e-9));

    @ParameterizedTest
    @CsvSource({ "5000", "5001", "200000" })
    void answersStayBelowAMegabyte(int rows) {
        Map<String, Integer> lengths = new TreeMap<>();
        COLUMNS.forEach(
                (name, column) -> lengths.put(name, length(new Slice(values(rows, 1, column), values(rows, 2, column)))));

        assertThat(lengths.values()).as(lengths.toString()).allSatisfy(length -> assertThat(length).isLessThan(1_000_000));
    }

    private static int length(Slice slice) {
        List<Figure> figures = new Figures(FigureLimits.DEFAULTS).of(slice, new AxisTitles("x", "y"));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            FigureWriter.writeJson(figures, json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.getBuffer().length();
    }

    private static double[] values(int rows, long seed, ToDoubleFunction<Random> column) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> column.applyAsDouble(random)).limit(rows).toArray();
    }

    private static double anyDouble(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 0;
    }
}
