package io.figcast.chart.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.slice.ColumnType;

/**
 * Reads a catalogue from Redis. Whoever can write there may write anything, so invalid names are left out and text is cut; what
 * cannot be a catalogue at all is refused with {@link IllegalArgumentException}.
 */
public final class CatalogueDecoder {

    private static final int MAX_TITLE = 256;
    private static final int MAX_SENTENCE = 500;
    private static final int MAX_NOTES = 20;
    private static final int MAX_VALUES = 20;
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,64}");
    private static final int MAX_COLUMNS = 100;
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    private final int maxCategories;

    public CatalogueDecoder(int maxCategories) {
        this.maxCategories = maxCategories;
    }

    public Catalogue decode(String dataset, byte[] json) {
        CatalogueText text = CatalogueText.read(json, maxCategories);
        JsonNode node = text.rest();
        if (!dataset.equals(node.path("dataset").textValue()) || !CategoryRef.isDataset(dataset)) {
            throw new IllegalArgumentException("the catalogue is of another dataset");
        }
        String fingerprint = node.path("fingerprint").asText("");
        boolean reading = "reading".equals(node.path("state").textValue());
        if (fingerprint.isEmpty() && !reading || fingerprint.length() > MAX_TITLE) {
            throw new IllegalArgumentException("the catalogue has no fingerprint");
        }
        String first = node.path("defaultCategory").textValue();
        return new Catalogue(
                new Catalogue.Description(dataset, text(node, "title", dataset), text(node, "xTitle", "x"),
                        text(node, "yTitle", "y"), node.path("order").asInt(0), node.path("default").asBoolean(false),
                        first == null || !text.categories().contains(first) ? null : first, fingerprint, errorCode(node),
                        reading, reading ? progress(node.path("progress")) : null, notes(node.path("notes")), choice(node)),
                text.categories(), text.rows());
    }

    private static @Nullable Double progress(JsonNode node) {
        double part = node.asDouble(Double.NaN);
        return part > 0 && part <= 1 ? part : null;
    }

    /** An incomplete choice is none: the dataset's own columns can always be drawn. */
    private static @Nullable AxesChoice choice(JsonNode node) {
        String x = node.path("x").textValue();
        String y = node.path("y").textValue();
        Map<String, AxesChoice.Column> columns = new LinkedHashMap<>();
        for (JsonNode element : node.path("columns")) {
            String name = element.path("name").textValue();
            if (name != null && CategoryRef.isName(name) && columns.size() < MAX_COLUMNS) {
                ColumnType.named(element.path("type").asText(""))
                        .ifPresent(type -> columns.putIfAbsent(name, new AxesChoice.Column(name, type)));
            }
        }
        if (x == null || y == null || !CategoryRef.isName(x) || !CategoryRef.isName(y)) {
            return null;
        }
        boolean whole = columns.containsKey(x) && columns.containsKey(y);
        return new AxesChoice(x, y, whole ? List.copyOf(columns.values()) : List.of());
    }

    private static List<Note> notes(JsonNode array) {
        List<Note> notes = new ArrayList<>();
        for (JsonNode element : array) {
            String code = element.path("code").asText("");
            String message = sentence(element.path("message"));
            if (message != null && WORD.matcher(code).matches() && notes.size() < MAX_NOTES) {
                notes.add(new Note(code, message, values(element.path("values"))));
            }
        }
        return notes;
    }

    private static Map<String, String> values(JsonNode object) {
        Map<String, String> values = new HashMap<>();
        object.fields().forEachRemaining(field -> {
            String value = sentence(field.getValue());
            if (value != null && WORD.matcher(field.getKey()).matches() && values.size() < MAX_VALUES) {
                values.put(field.getKey(), value);
            }
        });
        return values;
    }

    private static @Nullable String sentence(JsonNode node) {
        String text = node.textValue();
        return text == null || text.isBlank() ? null : cut(text, MAX_SENTENCE);
    }

    private static String text(JsonNode node, String field, String otherwise) {
        String text = node.path(field).textValue();
        return text == null || text.isBlank() ? otherwise : cut(text, MAX_TITLE);
    }

    /** Half a character, here from the start or cut off, could not be written as JSON. */
    private static String cut(String text, int length) {
        return HALF_A_CHARACTER.matcher(text.substring(0, Math.min(text.length(), length))).replaceAll("\ufffd");
    }

    private static @Nullable String errorCode(JsonNode node) {
        return node.path("error").isObject() ? node.path("error").path("code").asText("SOURCE_FAILED") : null;
    }
}
