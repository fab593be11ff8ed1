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
                forget, column(node, "x"), column(node, "y"));
    }

    /** @throws RequestRefusedException if it is no category */
    public static String checked(String category) {
        return checked(category, "a category");
    }

    /** @throws RequestRefusedException if it is no column */
    public static String checkedColumn(String column) {
        return checked(column, "a column");
    }

    private static String checked(String name, String what) {
        if (CategoryRef.isTooLong(name)) {
            throw new RequestRefusedException("TOO_LONG",
                    what + " has at most " + CategoryRef.MAX_CODE_POINTS + " code points");
        }
        refuseIf(name.isEmpty(), what + " has at least one character");
        refuseIf(CategoryRef.hasLoneSurrogate(name), what + " is well-formed Unicode");
        return name;
    }

    private static @Nullable String column(JsonNode node, String axis) {
        String column = text(node, axis);
        return column == null ? null : checkedColumn(column);
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
