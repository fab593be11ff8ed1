package io.figcast.chart.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.TimeZone;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Messages as JSON: records are written with times in UTC, always with milliseconds; what others wrote is read as exactly one
 * object in well-formed UTF-8, without duplicate keys and with nothing behind it.
 */
public final class Json {

    public static final String TIME = "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'";
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern(TIME).withZone(ZoneOffset.UTC);
    private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(Instant.class, override -> override
                    .setFormat(JsonFormat.Value.forPattern(TIME).withTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC))))
            .build();

    /** Behind a part of an object there is more. */
    private static final ObjectReader PARTS = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {
    }

    /** @throws IllegalArgumentException if the bytes are anything else; its message is fit to be told to the sender */
    public static JsonNode object(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw new IllegalArgumentException("a JSON object is expected");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not well-formed UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not well-formed JSON", e);
        }
    }

    /** For what may be too long for a tree. Whoever reads on checks that it is one object with nothing behind it. */
    public static JsonParser parser(byte[] bytes) throws IOException {
        return MAPPER.createParser(bytes);
    }

    /** The value at which such a parser is. */
    public static JsonNode part(JsonParser parser) throws IOException {
        return PARTS.readTree(parser);
    }

    public static String text(Object written) {
        try {
            return MAPPER.writeValueAsString(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of text and numbers is always JSON", e);
        }
    }

    public static String time(Instant instant) {
        return TIMES.format(instant);
    }
}
