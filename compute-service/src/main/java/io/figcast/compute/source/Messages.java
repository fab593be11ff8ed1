package io.figcast.compute.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes text from data, drivers and configuration presentable in one line. */
public final class Messages {

    private static final int LONGEST = 500;
    private static final int LONGEST_VALUE = 80;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern DIRECTORIES = Pattern.compile("(?<![\\w/])/([^/\\s\"']+/)+");
    /** Begins the statement that DuckDB appends, which says nothing to users. */
    private static final Pattern STATEMENT = Pattern.compile("\\R\\RLINE \\d");

    private Messages() {
    }

    /** What a driver says, bounded, in one line, with names of files instead of their paths. */
    public static String ofDriver(String message) {
        String line = SPACE.matcher(STATEMENT.split(message, 2)[0].strip()).replaceAll(" ");
        return bounded(DIRECTORIES.matcher(line).replaceAll(""));
    }

    /** At most 500 characters, control characters escaped. */
    public static String bounded(String message) {
        return escaped(cut(message, LONGEST));
    }

    /** A value from the data in quotes, cut where it is long. */
    public static String quoted(String value) {
        return "'" + cut(value, LONGEST_VALUE) + "'";
    }

    /** The first names of a list, and how many more there are. */
    public static String some(List<String> names, int most, String none) {
        if (names.isEmpty()) {
            return none;
        }
        String listed = names.stream().limit(most).map(name -> cut(name, LONGEST_VALUE))
                .collect(Collectors.joining(", "));
        return names.size() > most ? listed + " and " + (names.size() - most) + " more" : listed;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    escaped.append(String.format("\\u%04x", c));
                default -> escaped.append((char) c);
            }
        });
        return cut(escaped.toString(), LONGEST);
    }
}
