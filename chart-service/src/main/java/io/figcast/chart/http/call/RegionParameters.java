package io.figcast.chart.http.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;

/** Reads a region from the query parameters {@code x0}, {@code x1}, {@code y0} and {@code y1}: all of them, or none. */
public final class RegionParameters {

    private RegionParameters() {
    }

    public static Optional<Region> read(Function<String, List<String>> parameters) {
        List<List<String>> borders = Stream.of("x0", "x1", "y0", "y1")
                .map(name -> CategoryParameters.once(parameters.apply(name), name))
                .toList();
        if (borders.stream().allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        if (borders.stream().anyMatch(List::isEmpty)) {
            throw refused("x0, x1, y0 and y1 belong together");
        }
        List<Double> numbers = borders.stream().map(border -> number(border.get(0))).toList();
        try {
            return Optional.of(new Region(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** Java's own notation also knows hexadecimal numbers and suffixes, which are no numbers for anybody else. */
    private static double number(String text) {
        if (text.length() > 64 || !text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw refused("a region's borders must be numbers");
        }
        return Double.parseDouble(text);
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.badRequest("MALFORMED", detail));
    }
}
