package io.figcast.chart.kafka;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Json;

/** Reads a request as strictly as compute-service does. */
public final class RequestDecoder {

    private static final String MALFORMED = "MALFORMED";

    private RequestDecoder() {
    }

    /** @throws RequestRefusedException with {@code MALFORMED} or {@code TOO_LONG} */
    public static CategoryRequest decode(byte[] body) {
        JsonNode node;
        try {
            node = Json.object(body);
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(MALFORMED, String.valueOf(e.getMessage()));
        }
        String category = text(node, "category");
        boolean all = flag(node, "all");
        boolean refresh = flag(node, "refresh");
        boolean forget = flag(node, "forget");
        String ifVersion = text(node, "ifVersion");
        refuseIf(all == (category != null), "either \"category\" or \"all\": true is expected");
        refuseIf(forget && refresh, "\"forget\" and \"refresh\" exclude each other");
        refuseIf(ifVersion != null && !refresh, "\"ifVersion\" makes sense with \"refresh\" only");
        refuseIf(ifVersion != null && (ifVersion.isEmpty() || CategoryRef.isTooLong(ifVersion)),
                "\"ifVersion\" is no version");
        return new CategoryRequest(text(node, "dataset"), category == null ? null : checked(category), refresh, ifVersion,
                forget);
    }

    /** @throws RequestRefusedException if it is no category */
    public static String checked(String category) {
        if (CategoryRef.isTooLong(category)) {
            throw new RequestRefusedException("TOO_LONG",
                    "a category has at most " + CategoryRef.MAX_CODE_POINTS + " code points");
        }
        refuseIf(category.isEmpty(), "a category has at least one character");
        refuseIf(CategoryRef.hasLoneSurrogate(category), "a category is well-formed Unicode");
        return category;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        refuseIf(!value.isTextual() && !value.isNull() && !value.isMissingNode(), "\"" + field + "\" must be text");
        return value.textValue();
    }

    private static boolean flag(JsonNode node, String field) {
        JsonNode value = node.path(field);
        refuseIf(!value.isBoolean() && !value.isNull() && !value.isMissingNode(), "\"" + field + "\" must be true or false");
        return value.booleanValue();
    }

    private static void refuseIf(boolean refused, String message) {
        if (refused) {
            throw new RequestRefusedException(MALFORMED, message);
        }
    }
}
