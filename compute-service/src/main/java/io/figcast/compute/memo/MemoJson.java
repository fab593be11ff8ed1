package io.figcast.compute.memo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Manifest;

/** Manifests and failures as they stand in Redis: {@code manifest.schema.json}, {@code failure.schema.json}. */
final class MemoJson {

    private static final String TIME = "time";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MemoJson() {
    }

    static String write(Manifest manifest) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("dataset", manifest.dataset())
                .put("category", manifest.category())
                .put("version", manifest.version())
                .put("rows", manifest.rows())
                .put("omitted", manifest.omitted())
                .put("computedAt", WireTime.write(manifest.computedAt()))
                .put("staleAt", WireTime.write(manifest.staleAt()))
                .put("expiresAt", WireTime.write(manifest.expiresAt()))
                .put("computeMillis", manifest.computeMillis())
                .put("chunkValues", manifest.chunkValues())
                .put("chunks", manifest.chunks())
                .put("checksum", manifest.checksum());
        putTime(json, "xType", manifest.columns().x());
        putTime(json, "yType", manifest.columns().y());
        return json.toString();
    }

    static String write(Failure failure) {
        return JsonNodeFactory.instance.objectNode()
                .put("code", failure.code().name())
                .put("message", failure.message())
                .put("failedAt", WireTime.write(failure.failedAt()))
                .put("retryAfterSeconds", failure.retryAfterSeconds())
                .toString();
    }

    /** @throws IllegalArgumentException if the text is no manifest */
    static Manifest manifest(String text) {
        JsonNode json = parse(text);
        return new Manifest(field(json, "dataset").textValue(), field(json, "category").textValue(),
                field(json, "version").textValue(), field(json, "rows").longValue(), field(json, "omitted").longValue(),
                new ColumnTypes(type(json, "xType"), type(json, "yType")),
                WireTime.read(field(json, "computedAt").textValue()), WireTime.read(field(json, "staleAt").textValue()),
                WireTime.read(field(json, "expiresAt").textValue()), field(json, "computeMillis").longValue(),
                field(json, "chunkValues").intValue(), field(json, "chunks").intValue(),
                field(json, "checksum").textValue());
    }

    /** @throws IllegalArgumentException if the text is no failure */
    static Failure failure(String text) {
        JsonNode json = parse(text);
        return new Failure(FailureCode.valueOf(field(json, "code").textValue()), field(json, "message").textValue(),
                WireTime.read(field(json, "failedAt").textValue()), field(json, "retryAfterSeconds").longValue());
    }

    /** A column of numbers needs no word, so that readers of the first version see nothing new. */
    private static void putTime(ObjectNode json, String field, ColumnType type) {
        if (type == ColumnType.TIME) {
            json.put(field, TIME);
        }
    }

    private static ColumnType type(JsonNode json, String field) {
        return TIME.equals(json.path(field).textValue()) ? ColumnType.TIME : ColumnType.NUMBER;
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static JsonNode field(JsonNode json, String name) {
        JsonNode field = json.get(name);
        if (field == null || field.isNull()) {
            throw new IllegalArgumentException("no field " + name);
        }
        return field;
    }
}
