package io.figcast.chart.http.call;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The preference {@code wait} (RFC 7240), in seconds; the first one counts, a malformed one does not. */
public final class WaitPreference {

    static final int MAX_SECONDS = 60;

    /** A preference: a token, perhaps a value, perhaps parameters; a quoted text may hold commas and semicolons. */
    private static final Pattern PREFERENCE = Pattern
            .compile("\\s*([!#$%&'*+.^_`|~\\w-]+)\\s*(?:=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,;\"]*)))?\\s*"
                    + "(?:;(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)?(?:,|$)");

    private WaitPreference() {
    }

    public static OptionalInt parse(List<String> headers) {
        for (String header : headers) {
            Matcher matcher = PREFERENCE.matcher(header).region(0, Math.min(header.length(), 1_000));
            while (matcher.lookingAt() && matcher.end() > matcher.start()) {
                if (matcher.group(1).equalsIgnoreCase("wait")) {
                    return seconds(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
                }
                matcher.region(matcher.end(), matcher.regionEnd());
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt seconds(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? OptionalInt.of(Math.min(MAX_SECONDS, Integer.parseInt(text)))
                : OptionalInt.empty();
    }
}
