package io.figcast.chart.encoding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they stand in every message: ISO-8601, UTC, always with milliseconds. */
public final class Timestamps {

    public static final String PATTERN = "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'";
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(PATTERN)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {
    }

    public static String text(Instant instant) {
        return FORM.format(instant);
    }
}
