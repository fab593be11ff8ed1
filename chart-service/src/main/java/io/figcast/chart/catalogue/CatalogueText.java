package io.figcast.chart.catalogue;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Json;

/**
 * A catalogue as it was written, its categories packed as they are read: a tree of a million would take ten times their text.
 *
 * @param categories the first distinct ones that can be names
 * @param rows of each of them, in the same order; negative where that is no number of rows
 * @param rest all other fields
 */
record CatalogueText(CategoryNames categories, long[] rows, JsonNode rest) {

    /** @throws IllegalArgumentException if it is no object in JSON */
    static CatalogueText read(byte[] json, int maxCategories) {
        try (JsonParser parser = Json.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("a JSON object is expected");
            }
            CatalogueText text = new Reading(parser, maxCategories).read();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalArgumentException("not well-formed JSON", e);
        }
    }

    private static final class Reading {

        private final JsonParser parser;
        private final int most;
        private final CategoryNames.Builder names = new CategoryNames.Builder();
        /** Of each name its place in the text, where some of what stands there is left out. */
        private int[] places = new int[64];
        private long[] counts = new long[0];
        private int counted;

        Reading(JsonParser parser, int most) {
            this.parser = parser;
            this.most = most;
        }

        CatalogueText read() throws IOException {
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY && field.equals("categories")) {
                    readCategories();
                } else if (value == JsonToken.START_ARRAY && field.equals("rows")) {
                    readRows();
                } else {
                    rest.set(field, Json.part(parser));
                }
            }
            return new CatalogueText(names.build(), rows(), rest);
        }

        private void readCategories() throws IOException {
            for (int place = 0; parser.nextToken() != JsonToken.END_ARRAY; place++) {
                String name = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
                parser.skipChildren();
                if (names.size() < most && CategoryRef.isName(name) && names.add(name)) {
                    places = names.size() > places.length ? Arrays.copyOf(places, places.length * 2) : places;
                    places[names.size() - 1] = place;
                }
            }
        }

        private void readRows() throws IOException {
            for (int place = 0; parser.nextToken() != JsonToken.END_ARRAY; place++) {
                boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
                long count = whole ? parser.getLongValue() : -1;
                parser.skipChildren();
                if (place < most) {
                    counts = place == counts.length ? Arrays.copyOf(counts, Math.max(64, place * 2)) : counts;
                    counts[place] = count;
                    counted = place + 1;
                }
            }
        }

        private long[] rows() {
            if (counted == 0) {
                return new long[0];
            }
            long[] rows = new long[names.size()];
            Arrays.setAll(rows, name -> places[name] < counted ? counts[places[name]] : -1);
            return rows;
        }
    }
}
