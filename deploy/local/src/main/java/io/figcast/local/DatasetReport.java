package io.figcast.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.figcast.local.dataset.OwnDataset;
import io.figcast.local.dataset.UnusableDatasetException;

/** What chart-service knows of the datasets that were named on the command line, in a sentence for each. */
final class DatasetReport {

    /** For a file that is read at once; what takes longer is told to be under way. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<OwnDataset> named;
    private final Map<String, JsonNode> known = new HashMap<>();

    /** @param datasets the answer of {@code GET /api/datasets} */
    DatasetReport(List<OwnDataset> named, String datasets) {
        this.named = named;
        try {
            JSON.readTree(datasets).forEach(dataset -> known.put(dataset.path("name").asText(), dataset));
        } catch (JsonProcessingException e) {
            known.clear(); // an answer that was cut off: as if it had not come yet
        }
    }

    /** Whether something can be said of everything that was named, or, if nothing was, something is there to be shown. */
    boolean isComplete() {
        return named.isEmpty() ? !known.isEmpty() : named.stream().allMatch(dataset -> !tells(dataset).equals(Tells.NOTHING));
    }

    /** @throws UnusableDatasetException if nothing of what was named can be shown: why */
    String text() {
        List<String> sentences = new ArrayList<>();
        named.forEach(dataset -> sentences.add(sentence(dataset)));
        if (!named.isEmpty() && named.stream().map(this::tells)
                .allMatch(tells -> tells == Tells.NOTHING || tells == Tells.PROBLEM)) {
            throw new UnusableDatasetException(String.join("\n", sentences));
        }
        return sentences.stream().map(sentence -> "\n  " + sentence).collect(Collectors.joining());
    }

    private enum Tells {
        CATEGORIES,
        READING,
        PROBLEM,
        NOTHING
    }

    private Tells tells(OwnDataset dataset) {
        JsonNode json = json(dataset);
        if (!json.path("categories").isEmpty()) {
            return Tells.CATEGORIES;
        }
        if (json.hasNonNull("problem")) {
            return Tells.PROBLEM;
        }
        return json.path("state").asText().equals("reading") ? Tells.READING : Tells.NOTHING;
    }

    private JsonNode json(OwnDataset dataset) {
        return known.getOrDefault(dataset.name(), MissingNode.getInstance());
    }

    private String sentence(OwnDataset dataset) {
        JsonNode json = json(dataset);
        return dataset.title() + ": " + switch (tells(dataset)) {
            case CATEGORIES -> shown(json);
            case READING -> "is still being read" + progress(json) + "; the dashboard shows it as soon as it is there.";
            case PROBLEM -> json.path("problem").asText();
            case NOTHING -> "nothing in it can be shown; the lines of compute above say why.";
        };
    }

    private static String shown(JsonNode json) {
        int count = json.path("categories").size();
        String category = json.path("category").asText();
        return count + (count == 1 ? " category" : " categories") + (category.isEmpty() ? "" : " (column " + category + ")")
                + ", " + json.path("yTitle").asText() + " over " + json.path("xTitle").asText() + "." + others(json)
                + (json.hasNonNull("problem") ? " But: " + json.path("problem").asText() : "");
    }

    private static String others(JsonNode json) {
        List<String> columns = StreamSupport.stream(json.path("columns").spliterator(), false)
                .map(column -> column.isTextual() ? column.asText() : column.path("name").asText())
                .filter(column -> !column.equals(json.path("xTitle").asText()) && !column.equals(json.path("yTitle").asText()))
                .toList();
        return columns.isEmpty() ? "" : " There are also " + String.join(", ", columns) + ": choose with --category, --x, --y.";
    }

    private static String progress(JsonNode json) {
        JsonNode share = json.path("progress");
        return share.isNumber() ? " (%d %%)".formatted(Math.round(share.asDouble() * 100)) : "";
    }
}
