package io.figcast.chart.http.call;

import java.util.ArrayList;
import java.util.List;

/** A list in a header field, in which quoted text (RFC 9110, 5.6.4) may hold the separator. Read in one pass. */
final class QuotedList {

    private QuotedList() {
    }

    /** At least one element; quotes stay where they are, and one that is not closed reaches to the end. */
    static List<String> split(String text, char separator) {
        List<String> elements = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == separator && !quoted) {
                elements.add(text.substring(start, i));
                start = i + 1;
            }
        }
        elements.add(text.substring(start));
        return elements;
    }
}
