package io.figcast.compute.source.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out the layout of a text. The separator is the one by which most records have the same number of columns; what
 * stands before the first record of about that width is skipped; the first record is a header if nothing in it is a
 * number or a date, or if it names a column of which nearly all else is.
 */
final class LayoutSniffer {

    /** A space separates only where nothing else does. */
    private static final String SEPARATORS = ",;\t| ";
    private static final int MOST_SKIPPED = 100;
    private static final double NEARLY_ALL = 0.8;

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
                .map(candidate -> new Split((char) candidate.intValue(), records((char) candidate.intValue())))
                .filter(split -> !split.records.isEmpty())
                .max(Comparator.comparingDouble(Split::agreement).thenComparingInt(split -> split.width))
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

    /** The text, split by one separator. */
    private static final class Split {

        final char separator;
        final List<CsvRecord> records;
        final int width;
        private final long ofThatWidth;

        Split(char separator, List<CsvRecord> records) {
            this.separator = separator;
            this.records = records;
            Map<Integer, Long> widths = records.stream()
                    .collect(Collectors.groupingBy(record -> record.fields().size(), Collectors.counting()));
            Map.Entry<Integer, Long> most = widths.entrySet().stream().filter(entry -> entry.getKey() > 0)
                    .max(Map.Entry.<Integer, Long> comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElse(Map.entry(1, 0L));
            this.width = most.getKey();
            this.ofThatWidth = most.getValue();
        }

        double agreement() {
            return width == 1 ? 0 : (double) ofThatWidth / records.size() / (separator == ' ' ? 2 : 1);
        }

        CsvLayout layout(Encoding encoding) {
            int first = 0;
            while (first < Math.min(records.size() - 1, MOST_SKIPPED) && !isNearlyAsWide(records.get(first))) {
                first++;
            }
            CsvRecord head = records.get(first);
            List<List<String>> rest = records.subList(first + 1, records.size()).stream().map(CsvRecord::fields)
                    .filter(fields -> fields.size() == width).toList();
            boolean header = isHeader(head.fields(), rest);
            return new CsvLayout(encoding, separator, head.line() - 1, header,
                    header ? names(head.fields(), rest) : HeaderNames.numbered(0, width));
        }

        private boolean isNearlyAsWide(CsvRecord record) {
            return Math.abs(record.fields().size() - width) <= 1 && (width > 2 || record.fields().size() == width);
        }

        private List<String> names(List<String> head, List<List<String>> rest) {
            List<String> cells = new ArrayList<>(head.subList(0, Math.min(head.size(), width)));
            if (cells.size() == width - 1) {
                boolean endsInSeparators = rest.stream().allMatch(fields -> fields.get(width - 1).isBlank());
                cells.add(endsInSeparators ? cells.size() : 0, endsInSeparators ? "" : HeaderNames.ROW_NAMES);
            }
            return HeaderNames.of(cells);
        }

        private boolean isHeader(List<String> head, List<List<String>> rest) {
            if (head.stream().noneMatch(CellShape::isValue) || head.size() < width) {
                return true;
            }
            return IntStream.range(0, Math.min(head.size(), width)).anyMatch(column -> names(head.get(column), column, rest))
                    || areYears(head);
        }

        private static boolean names(String cell, int column, List<List<String>> rest) {
            List<String> values = rest.stream().map(fields -> fields.get(column))
                    .filter(value -> !CellShape.isEmpty(value)).toList();
            return !CellShape.isEmpty(cell) && !CellShape.isValue(cell) && !values.isEmpty()
                    && values.stream().filter(CellShape::isValue).count() >= NEARLY_ALL * values.size();
        }

        /** Wide tables have a column for each year. */
        private static boolean areYears(List<String> head) {
            List<Integer> years = head.stream().map(String::strip).filter(cell -> cell.matches("(1[5-9]|20)\\d\\d"))
                    .map(Integer::valueOf).toList();
            return years.size() > 2 && IntStream.range(1, years.size())
                    .allMatch(i -> Math.abs(years.get(i) - years.get(i - 1)) == 1);
        }
    }
}
