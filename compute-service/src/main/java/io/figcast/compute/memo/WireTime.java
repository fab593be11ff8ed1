package io.figcast.compute.memo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How times are written everywhere: ISO-8601, UTC, always with milliseconds. */
public final class WireTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private WireTime() {
    }

    public static String write(Instant instant) {
        return FORMAT.format(instant);
    }

    public static Instant read(String text) {
        return Instant.parse(text);
    }
}
