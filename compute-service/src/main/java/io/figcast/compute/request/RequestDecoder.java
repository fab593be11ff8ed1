package io.figcast.compute.request;

import static io.figcast.compute.request.RejectCode.MALFORMED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * Reads a record's value strictly: valid UTF-8, one JSON object, no name twice, no wrong types, nothing behind it.
 * Unknown fields are ignored and null means absent.
 */
public final class RequestDecoder {

    private static final int LONGEST_VERSION = 256;
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

    private RequestDecoder() {
    }

    /** @throws RejectedException if the value is no request */
    public static CategoryRequest decode(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new RejectedException(MALFORMED, "the record has no value");
        }
        try (JsonParser json = JSON.createParser(utf8(value))) {
            return read(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new RejectedException(MALFORMED, at == null ? "not JSON that can be taken"
                    : "not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    // Decoded here, because the parser would guess UTF-16 or UTF-32 from the first bytes.
    private static String utf8(byte[] value) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw new RejectedException(MALFORMED, "not UTF-8");
        }
    }

    private static CategoryRequest read(JsonParser json) throws IOException {
        String dataset = null;
        String category = null;
        String ifVersion = null;
        boolean all = false;
        boolean refresh = false;
        boolean forget = false;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new RejectedException(MALFORMED, "not a JSON object");
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "dataset" -> dataset = text(json, name);
                case "category" -> category = text(json, name);
                case "ifVersion" -> ifVersion = text(json, name);
                case "all" -> all = flag(json, name);
                case "refresh" -> refresh = flag(json, name);
                case "forget" -> forget = flag(json, name);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new RejectedException(MALFORMED, "something follows the JSON object");
        }
        if (all == (category != null)) {
            throw new RejectedException(MALFORMED, "either category or all must be given");
        }
        if (ifVersion != null && (ifVersion.isEmpty() || ifVersion.length() > LONGEST_VERSION)) {
            throw new RejectedException(MALFORMED, "ifVersion is no version");
        }
        return new CategoryRequest(dataset, category, refresh, ifVersion, forget);
    }

    private static @Nullable String text(JsonParser json, String name) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new RejectedException(MALFORMED, name + " must be text");
        }
        String text = json.getText();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new RejectedException(MALFORMED, name + " holds half of a surrogate pair");
        }
        return text;
    }

    private static boolean flag(JsonParser json, String name) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new RejectedException(MALFORMED, name + " must be true or false");
        };
    }
}
