package io.figcast.chart.http.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.http.problem.Problem;
import io.figcast.chart.http.problem.ProblemException;
import io.figcast.reduction.rows.AxisType;

/**
 * Reads a region from the query parameters {@code x0}, {@code x1}, {@code y0} and {@code y1}: all of them, or none; on either
 * axis two numbers or two dates.
 */
public final class RegionParameters {

    private static final Pattern DATE = Pattern
            .compile("([+-]\\d{6}|-?\\d{4})-\\d{2}-\\d{2}([Tt ][0-9:.]{5,18}([Zz]|[+-]\\d{2}:?\\d{2})?)?");
    /** ISO 8601 and Plotly's notation, which has a space instead of the T. */
    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendPattern("['T'][' ']").append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
            .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final String ALLOWED = "a region's borders must be numbers, or dates like 2001-05-01 or 2001-05-01T13:45:00Z";

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
        List<String> texts = borders.stream().map(border -> border.get(0)).toList();
        List<Double> numbers = texts.stream().map(RegionParameters::border).toList();
        AxisType xType = type("x", texts.get(0), texts.get(1));
        AxisType yType = type("y", texts.get(2), texts.get(3));
        try {
            return Optional.of(new Region(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), xType, yType));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static double border(String text) {
        return isDate(text) ? instant(text) : number(text);
    }

    private static AxisType type(String axis, String from, String to) {
        if (isDate(from) != isDate(to)) {
            throw refused(axis + "0 and " + axis + "1 must be two numbers or two dates");
        }
        return isDate(from) ? AxisType.DATE : AxisType.LINEAR;
    }

    private static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    /** In milliseconds since 1970 UTC, which is what times without an offset are taken for. */
    private static double instant(String text) {
        try {
            TemporalAccessor found = ISO_8601.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            LocalDateTime time = found instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(found);
            ZoneOffset offset = found instanceof OffsetDateTime exact ? exact.getOffset() : ZoneOffset.UTC;
            Instant instant = time.toInstant(offset);
            return instant.getEpochSecond() * 1e3 + instant.getNano() / 1_000 / 1e3; // to the microsecond, as the CSV
        } catch (DateTimeException e) {
            throw refused(ALLOWED + ", not " + text);
        }
    }

    /** Java's own notation also knows hexadecimal numbers and suffixes, which are no numbers for anybody else. */
    private static double number(String text) {
        if (text.length() > 64 || !text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw refused(ALLOWED);
        }
        return Double.parseDouble(text);
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.badRequest("MALFORMED", detail));
    }
}
