package io.figcast.compute.source.csv;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Finds out the layout of a text. The separator is the one by which most records have the same number of columns; what
 * stands before the first record of about that width is skipped; the first record is a header if nothing in it is a
 * number or a date, or if it names a column of which nearly all else is.
 */
final class LayoutSniffer {

    /** A space separates only where nothing else does. */
    private static final String SEPARATORS = ",;\t| ";

    private final String text;
    private final boolean whole;
    private final OptionalInt separator;

    LayoutSniffer(String text, boolean whole, OptionalInt separator) {
        this.text = text;
        this.whole = whole;
        this.separator = separator;
    }

    /** The layout; empty if there is no record. */
    Optional<CsvLayout> layout(Encoding encoding) {
        return Stream.concat(separator.stream().boxed(), declared().or(() -> separator.isPresent() ? Optional.empty()
                : Optional.of(SEPARATORS)).stream().flatMapToInt(String::chars).boxed())
                .map(candidate -> new SplitText((char) candidate.intValue(), records((char) candidate.intValue())))
                .filter(split -> !split.records.isEmpty())
                .max(Comparator.comparingDouble(SplitText::agreement).thenComparingInt(split -> split.width))
                .map(split -> split.layout(encoding));
    }

    /** Excel's own first line, such as {@code sep=;}. */
    private Optional<String> declared() {
        return text.length() > 5 && text.regionMatches(true, 0, "sep=", 0, 4) && "\r\n".indexOf(text.charAt(5)) >= 0
                ? Optional.of(text.substring(4, 5))
                : Optional.empty();
    }

    private List<CsvRecord> records(char candidate) {
        List<CsvRecord> records = CsvRecord.all(text, candidate, whole);
        return declared().isPresent() ? records.stream().filter(record -> record.line() > 1).toList() : records;
    }
}
