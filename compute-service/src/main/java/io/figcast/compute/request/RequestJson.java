package io.figcast.compute.request;

import static io.figcast.compute.request.RejectCode.MALFORMED;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * A request as it is on the topic, {@code request.schema.json}. It is read strictly: valid UTF-8, one JSON object, no name
 * twice, no wrong types, nothing behind it. Unknown fields are ignored and null means absent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestJson(@Nullable String dataset, @Nullable String category, @Nullable String x, @Nullable String y,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean all,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean refresh, @Nullable String ifVersion,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean forget) {

    private static final int LONGEST_VERSION = 256;
    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, text -> Stream
                    .of(CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float)
                    .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .build();

    /** @throws RejectedException if the value is no request */
    static CategoryRequest decode(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new RejectedException(MALFORMED, "the record has no value");
        }
        try {
            RequestJson json = STRICT.readValue(utf8(value), RequestJson.class);
            if (json == null) {
                throw new RejectedException(MALFORMED, "not exactly one JSON object");
            }
            return json.request();
        } catch (MismatchedInputException e) {
            throw new RejectedException(MALFORMED, wrongType(e));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new RejectedException(MALFORMED, at == null ? "not acceptable JSON"
                    : "not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr());
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

    /** It quotes nothing of the record: a path holds names of ours only. */
    private static String wrongType(MismatchedInputException e) {
        return e.getPath().isEmpty() ? "not exactly one JSON object"
                : e.getPath().get(0).getFieldName()
                        + (e.getTargetType() == String.class ? " must be text" : " must be true or false");
    }

    private CategoryRequest request() {
        if (all == (category != null)) {
            throw new RejectedException(MALFORMED, "either category or all must be given");
        }
        wellFormed("dataset", dataset);
        wellFormed("category", category);
        wellFormed("x", x);
        wellFormed("y", y);
        wellFormed("ifVersion", ifVersion);
        if (ifVersion != null && (ifVersion.isEmpty() || ifVersion.length() > LONGEST_VERSION)) {
            throw new RejectedException(MALFORMED, "ifVersion is not a version");
        }
        return new CategoryRequest(dataset, category, x, y, refresh, ifVersion, forget);
    }

    private static void wellFormed(String name, @Nullable String text) {
        if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new RejectedException(MALFORMED, name + " holds half of a surrogate pair");
        }
    }
}
