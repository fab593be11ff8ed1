package io.figcast.local;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The datasets that the dashboard offers at this moment. */
final class ListedDatasets {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> datasets = new ArrayList<>();

    /** @param json the answer of {@code GET /api/datasets} */
    ListedDatasets(String json) {
        try {
            JSON.readTree(json).forEach(datasets::add);
        } catch (JsonProcessingException e) {
            datasets.clear(); // no answer yet
        }
    }

    /** Whether a category of it can be chosen. */
    boolean offers(String dataset) {
        return datasets.stream().anyMatch(listed -> listed.path("name").asText().equals(dataset) && hasCategories(listed));
    }

    /** Whether the dataset that is shown first can be, and no other one is still to come. */
    boolean isSettled() {
        return datasets.stream().anyMatch(listed -> listed.path("default").asBoolean() && hasCategories(listed))
                && datasets.stream().noneMatch(listed -> listed.path("state").asText().equals("reading"));
    }

    private static boolean hasCategories(JsonNode listed) {
        return !listed.path("categories").isEmpty();
    }
}
