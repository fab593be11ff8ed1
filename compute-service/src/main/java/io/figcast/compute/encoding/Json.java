package io.figcast.compute.encoding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.TimeZone;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Records as JSON. Times are ISO-8601 in UTC, always with milliseconds. What is read has every component that does not say
 * otherwise ({@link JsonSetter}), no name twice and nothing behind it; unknown fields are those of a later version.
 */
public final class Json {

    private static final String TIME = "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'";
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern(TIME).withZone(ZoneOffset.UTC);
    private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL))
            .withConfigOverride(Instant.class, override -> override
                    .setFormat(JsonFormat.Value.forPattern(TIME).withTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC))))
            .build();

    private Json() {
    }

    /** @throws IllegalArgumentException if the text is no such record */
    public static <T> T read(String text, Class<T> type) {
        try {
            T read = MAPPER.readValue(text, type);
            if (read == null) {
                throw new IllegalArgumentException("null");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName(), e);
        }
    }

    public static String text(Object written) {
        try {
            return MAPPER.writeValueAsString(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of text and numbers is always JSON", e);
        }
    }

    /** The text in UTF-8. */
    public static byte[] bytes(Object written) {
        return text(written).getBytes(StandardCharsets.UTF_8);
    }

    public static String time(Instant instant) {
        return TIMES.format(instant);
    }
}
