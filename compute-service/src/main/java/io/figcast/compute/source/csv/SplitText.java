package io.figcast.compute.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text, split by one separator. */
final class SplitText {

    private static final int MOST_SKIPPED = 100;
    private static final double NEARLY_ALL = 0.8;

    final char separator;
    final List<CsvRecord> records;
    final int width;
    private final long ofThatWidth;

    SplitText(char separator, List<CsvRecord> records) {
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
