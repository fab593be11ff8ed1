package io.figcast.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.figcast.local.dataset.OwnDataset;
import io.figcast.local.dataset.UnusableDatasetException;

/** What became of the datasets named on the command line, according to their catalogues. */
final class DatasetReport {

    private static final String CATALOGUE = "figcast:1:catalogue:";
    /** Settings as catalogues name them, which are options of the same name here. */
    private static final Pattern SETTING = Pattern.compile("\\b(category|x|y)-column\\b|^(columns)(?= names )");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<OwnDataset> named;
    private final Map<OwnDataset, JsonNode> catalogues = new HashMap<>();

    /** @param redis the text at a key, if there is one */
    DatasetReport(List<OwnDataset> named, Function<String, Optional<String>> redis) {
        this.named = named;
        named.forEach(dataset -> catalogues.put(dataset,
                redis.apply(CATALOGUE + dataset.name()).map(DatasetReport::parsed).orElse(MissingNode.getInstance())));
    }

    /** In the place of the categories, of which there may be a million, stands how many there are. */
    private static JsonNode parsed(String json) {
        ObjectNode catalogue = JSON.createObjectNode();
        try (JsonParser parser = JSON.createParser(json)) {
            for (parser.nextToken(); parser.nextToken() == JsonToken.FIELD_NAME;) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && field.equals("categories")) {
                    int count = 0;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        count++;
                    }
                    catalogue.put(field, count);
                } else {
                    catalogue.set(field, parser.<JsonNode> readValueAsTree());
                }
            }
            return catalogue;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** What can be said of a dataset. */
    private enum News {
        NONE,
        READING,
        PROBLEM,
        CATEGORIES
    }

    private News news(OwnDataset dataset) {
        JsonNode catalogue = catalogue(dataset);
        if (catalogue.path("categories").asInt() > 0) {
            return News.CATEGORIES;
        }
        if (catalogue.hasNonNull("error")) {
            return News.PROBLEM;
        }
        return catalogue.path("state").asText().equals("reading") ? News.READING : News.NONE;
    }

    private JsonNode catalogue(OwnDataset dataset) {
        return catalogues.getOrDefault(dataset, MissingNode.getInstance());
    }

    /** Whether everything is known, at least as something that is being read. */
    boolean isBegun() {
        return named.stream().map(this::news).noneMatch(News.NONE::equals);
    }

    /** Whether nothing is left to be read. */
    boolean isComplete() {
        return isBegun() && named.stream().map(this::news).noneMatch(News.READING::equals);
    }

    /** Those that are still being read. */
    List<OwnDataset> reading() {
        return named.stream().filter(dataset -> news(dataset) == News.READING).toList();
    }

    /** Whether it is known what became of a dataset. */
    boolean isKnown(OwnDataset dataset) {
        return news(dataset) == News.CATEGORIES || news(dataset) == News.PROBLEM;
    }

    /** How much of a dataset is read, as far as that is known. */
    int percent(OwnDataset dataset) {
        return (int) Math.round(catalogue(dataset).path("progress").asDouble(0) * 100);
    }

    /** Whether a dataset has something to show. */
    boolean isShown(OwnDataset dataset) {
        return news(dataset) == News.CATEGORIES;
    }

    /** @throws UnusableDatasetException if nothing of what was named can be shown: why */
    String text() {
        List<String> sentences = new ArrayList<>();
        named.forEach(dataset -> sentences.add(line(dataset)));
        if (!named.isEmpty() && named.stream().map(this::news).allMatch(news -> news == News.NONE || news == News.PROBLEM)) {
            throw new UnusableDatasetException(String.join("\n", sentences));
        }
        return sentences.stream().map(sentence -> "\n  " + sentence).collect(Collectors.joining());
    }

    String line(OwnDataset dataset) {
        return dataset.title() + ": " + sentence(dataset);
    }

    private String sentence(OwnDataset dataset) {
        JsonNode catalogue = catalogue(dataset);
        return switch (news(dataset)) {
            case CATEGORIES -> shown(catalogue);
            case READING -> "is still being read" + (percent(dataset) > 0 ? ", " + percent(dataset) + "% so far" : "")
                    + "; the dashboard shows it as soon as it is there." + notes(catalogue);
            case PROBLEM -> reason(catalogue) + "." + notes(catalogue);
            case NONE -> "nothing in it can be shown; the lines of compute above say why.";
        };
    }

    private static String shown(JsonNode catalogue) {
        int count = catalogue.path("categories").asInt();
        return count + (count == 1 ? " category" : " categories") + ", " + catalogue.path("yTitle").asText() + " over "
                + catalogue.path("xTitle").asText() + "." + notes(catalogue)
                + (reason(catalogue).isEmpty() ? "" : "\n    But " + reason(catalogue) + ".");
    }

    private static String notes(JsonNode catalogue) {
        StringBuilder notes = new StringBuilder();
        catalogue.path("notes")
                .forEach(note -> notes.append("\n    ").append(inOptions(note.path("message").asText())));
        return notes.toString();
    }

    private static String reason(JsonNode catalogue) {
        return inOptions(catalogue.path("error").path("message").asText()).replaceFirst("\\.$", "");
    }

    private static String inOptions(String message) {
        return SETTING.matcher(message).replaceAll("--$1$2");
    }
}
