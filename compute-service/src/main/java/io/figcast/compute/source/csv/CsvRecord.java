package io.figcast.compute.source.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * One record of a text file's head.
 *
 * @param line on which it begins, from 1
 * @param fields none where a quote is not closed
 */
record CsvRecord(int line, List<String> fields) {

    /** A quote that is not closed within so many characters is a stray one. */
    private static final int LONGEST_QUOTED = 10_000;

    /** The records of a text by RFC 4180, without blank lines; a last one that may be cut off is left out. */
    static List<CsvRecord> all(String text, char separator, boolean whole) {
        List<CsvRecord> records = new ArrayList<>();
        int at = 0;
        int line = 1;
        while (at < text.length()) {
            Parser parser = new Parser(text, separator, at);
            if (parser.cut && !whole) {
                break;
            }
            if (!parser.blank()) {
                records.add(new CsvRecord(line, parser.fields));
            }
            for (int i = at; i < parser.end; i++) {
                line += text.charAt(i) == '\n' || text.charAt(i) == '\r' && text.charAt(Math.min(i + 1, parser.end - 1)) != '\n'
                        ? 1
                        : 0;
            }
            at = parser.end;
        }
        return records;
    }

    /** Goes through one record. */
    private static final class Parser {

        final List<String> fields = new ArrayList<>();
        int end;
        boolean cut;

        Parser(String text, char separator, int begin) {
            StringBuilder field = new StringBuilder();
            int at = begin;
            while (at < text.length() && !isLineEnd(text.charAt(at))) {
                char c = text.charAt(at);
                if (c == separator) {
                    fields.add(field.toString());
                    field.setLength(0);
                    at++;
                } else if (c == '"' && field.isEmpty()) {
                    int close = closing(text, at);
                    if (close < 0) {
                        strayQuote(text, at);
                        return;
                    }
                    field.append(text.substring(at + 1, close).replace("\"\"", "\""));
                    at = close + 1;
                } else {
                    field.append(c);
                    at++;
                }
            }
            fields.add(field.toString());
            cut = at == text.length();
            end = afterLineEnd(text, at);
        }

        boolean blank() {
            return fields.size() == 1 && fields.get(0).isBlank();
        }

        private void strayQuote(String text, int at) {
            fields.clear();
            int next = at;
            while (next < text.length() && !isLineEnd(text.charAt(next))) {
                next++;
            }
            cut = next == text.length();
            end = afterLineEnd(text, next);
        }

        private static int closing(String text, int open) {
            int last = Math.min(text.length(), open + LONGEST_QUOTED);
            for (int at = open + 1; at < last; at++) {
                if (text.charAt(at) == '"') {
                    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                        at++;
                    } else {
                        return at;
                    }
                }
            }
            return -1;
        }

        private static boolean isLineEnd(char c) {
            return c == '\n' || c == '\r';
        }

        private static int afterLineEnd(String text, int at) {
            return text.startsWith("\r\n", at) ? at + 2 : Math.min(text.length(), at + 1);
        }
    }
}
