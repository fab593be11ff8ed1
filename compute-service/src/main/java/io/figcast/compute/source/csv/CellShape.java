package io.figcast.compute.source.csv;

import java.util.regex.Pattern;

/** Recognises what cannot be a column's name: numbers and dates. */
final class CellShape {

    private static final Pattern NUMBER = Pattern
            .compile("[-+]?[$€£]?(\\d{1,3}([.,' \u00a0]\\d{3})+|\\d+)?([.,]\\d*)?([eE][-+]?\\d+)?\\s?[%€]?");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}([-/.]\\d{1,4})?([T ].*)?|\\d{1,2}:\\d{2}.*");
    private static final int LONGEST = 64;

    private CellShape() {
    }

    static boolean isValue(String cell) {
        String value = cell.strip();
        return value.length() <= LONGEST && value.chars().anyMatch(Character::isDigit)
                && (NUMBER.matcher(value).matches() || DATE.matcher(value).matches());
    }

    static boolean isEmpty(String cell) {
        return cell.isBlank() || cell.strip().equals("NA");
    }
}
