package io.figcast.endtoend.secured;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The metrics that the dashboard and the alert rules ask for, each with the labels by which it is chosen. */
final class WatchedMetrics {

    private static final Path DIRECTORY = Processes.ROOT.resolve("deploy/metrics");
    /** What stands in a query beside metrics: grouping by labels, ranges, and functions. */
    private static final Pattern NOT_A_METRIC = Pattern
            .compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\[[^\\]]*]|[a-z0-9_]+\\s*(?=\\()");
    /** Each of the services' metrics is of several words; {@code up} is Prometheus' own. */
    private static final Pattern METRIC = Pattern.compile("\\b([a-z0-9]+(?:_[a-z0-9]+)+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");

    private WatchedMetrics() {
    }

    /** All queries but the one of {@code up}, which Prometheus answers from what it knows itself. */
    static List<String> queries() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DIRECTORY.resolve("figcast.json").toFile());
        JsonNode alerts = new ObjectMapper(new YAMLFactory()).readTree(DIRECTORY.resolve("alerts.yml").toFile());
        return Stream.of(dashboard, alerts).flatMap(file -> file.findValuesAsText("expr").stream())
                .filter(query -> !query.startsWith("up{")).toList();
    }

    /** Patterns of which each is to be found in what the services expose: the metric, with the labels that a query names. */
    static Set<String> patterns(String query) {
        Set<String> patterns = new TreeSet<>();
        METRIC.matcher(NOT_A_METRIC.matcher(query).replaceAll(" ")).results()
                .forEach(metric -> patterns.addAll(patterns(metric)));
        return patterns;
    }

    private static List<String> patterns(MatchResult metric) {
        String line = "(?m)^" + metric.group(1);
        if (metric.group(2) == null) {
            return List.of(line + "[{ ]");
        }
        return LABEL.matcher(metric.group(2)).results().map(label -> line + "\\{(.*,)?" + label.group(1) + "=\""
                + (label.group(2).equals("=") ? Pattern.quote(label.group(3)) + "\"" : "")).toList();
    }
}
