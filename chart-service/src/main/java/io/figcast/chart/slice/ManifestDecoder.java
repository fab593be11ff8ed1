package io.figcast.chart.slice;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Json;

/** Reads a manifest; anything else is refused with {@link IllegalArgumentException}. */
public final class ManifestDecoder {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern CHECKSUM = Pattern.compile("crc32c:[0-9a-f]{8}-[0-9a-f]{8}");

    private ManifestDecoder() {
    }

    public static Manifest decode(byte[] json) {
        JsonNode node = Json.object(json);
        return new Manifest(new CategoryRef(text(node, "dataset"), text(node, "category"), axes(node)),
                matching(VERSION, text(node, "version")), number(node, "rows"), node.path("omitted").asLong(0),
                instant(node, "computedAt"), instant(node, "staleAt"), instant(node, "expiresAt"),
                node.path("computeMillis").asLong(0), number(node, "chunkValues"), number(node, "chunks"),
                matching(CHECKSUM, text(node, "checksum")), type(node, "xType"), type(node, "yType"),
                node.path("reduced").asBoolean(false));
    }

    private static @Nullable Axes axes(JsonNode node) {
        return node.hasNonNull("x") || node.hasNonNull("y") ? new Axes(text(node, "x"), text(node, "y")) : null;
    }

    private static ColumnType type(JsonNode node, String field) {
        return ColumnType.of(node.has(field) ? text(node, field) : null);
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        if (text == null) {
            throw new IllegalArgumentException("the manifest has no " + field);
        }
        return text;
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("the manifest's version or checksum is malformed");
        }
        return text;
    }

    private static int number(JsonNode node, String field) {
        JsonNode number = node.path(field);
        if (!number.isIntegralNumber() || !number.canConvertToInt()) {
            throw new IllegalArgumentException("the manifest has no " + field);
        }
        return number.intValue();
    }

    private static Instant instant(JsonNode node, String field) {
        try {
            return Instant.parse(text(node, field));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the manifest has no time " + field, e);
        }
    }
}
