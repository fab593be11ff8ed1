package io.figcast.chart.http.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The preferences (RFC 7240) that calls for figures know; of each the first one counts, a malformed one does not. */
public final class Preferences {

    static final int MAX_SECONDS = 60;
    /** Of all header fields together; the rest is not read. */
    private static final int MAX_CHARS = 1_000;
    private static final Predicate<String> SECONDS = Pattern.compile("[0-9]{1,9}").asMatchPredicate();

    private Preferences() {
    }

    /** How many seconds the caller would wait. */
    public static OptionalInt wait(List<String> headers) {
        return find(headers, "wait").map(Preferences::seconds).orElse(OptionalInt.empty());
    }

    /**
     * Whether the caller wants what is held and fresh, or else nothing: one that fetches ahead must not have anything computed.
     */
    public static boolean onlyHeld(List<String> headers) {
        return !headers.isEmpty() && find(headers, "only-held").filter(String::isEmpty).isPresent();
    }

    /** The value of a preference; empty text if it has none. */
    private static Optional<String> find(List<String> headers, String name) {
        int left = MAX_CHARS;
        for (String header : headers) {
            String read = header.substring(0, Math.min(left, header.length()));
            left -= read.length();
            for (String preference : split(read, ',')) {
                String[] parts = split(preference, ';').get(0).split("=", 2);
                if (parts[0].strip().equalsIgnoreCase(name)) {
                    return Optional.of(parts.length == 2 ? parts[1].strip() : "");
                }
            }
        }
        return Optional.empty();
    }

    private static OptionalInt seconds(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String text = quoted ? value.substring(1, value.length() - 1) : value;
        return SECONDS.test(text) ? OptionalInt.of(Math.min(MAX_SECONDS, Integer.parseInt(text))) : OptionalInt.empty();
    }

    /**
     * A list in a header field, in which quoted text (RFC 9110, 5.6.4) may hold the separator. Read in one pass. At least one
     * element; quotes stay where they are, and one that is not closed reaches to the end.
     */
    private static List<String> split(String text, char separator) {
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
