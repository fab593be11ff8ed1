package io.figcast.kubernetes;

import static io.figcast.kubernetes.Json.items;
import static io.figcast.kubernetes.Json.pairs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What Figcast's own two services need to live well: time, memory and patience. */
final class ServiceRules {

    private static final long MIB = 1024 * 1024;
    private static final long BESIDE_HEAP_AND_BUFFERS = 256 * MIB;
    private static final long GIB = 1024 * MIB;
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");
    private static final Pattern BUFFERS = Pattern.compile("-XX:MaxDirectMemorySize=(\\d+)m");

    static final List<Rule> ALL = List.of(
            ours("a pod has longer to end than a computation and the consumer after it", workload -> workload.podTemplate()
                    .at("/spec/terminationGracePeriodSeconds").asInt() > 60 + 8),
            ours("a start may take half an hour, for as long as Kafka is away", workload -> {
                JsonNode probe = container(workload).path("startupProbe");
                return probe.path("periodSeconds").asInt() * probe.path("failureThreshold").asInt() >= 1800;
            }),
            ours("liveness, readiness and start are asked separately", workload -> Map.of("startupProbe", "/q/health/started",
                    "livenessProbe", "/q/health/live", "readinessProbe", "/q/health/ready").entrySet().stream()
                    .allMatch(probe -> container(workload).path(probe.getKey()).at("/httpGet/path").asText()
                            .equals(probe.getValue()))),
            ours("/tmp can be written", workload -> items(container(workload).path("volumeMounts"))
                    .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp"))),
            ours("the files of /etc/figcast are read as settings", workload -> items(container(workload).path("env"))
                    .anyMatch(variable -> variable.path("name").asText().equals("QUARKUS_CONFIG_LOCATIONS")
                            && variable.path("value").asText().equals("/etc/figcast/"))),
            new Rule("heap, DuckDB, buffers and the JVM itself fit into the memory limit", rendering -> ours(rendering)
                    .filter(workload -> needed(rendering, workload) > limit(workload)).map(Manifest::toString)));

    private ServiceRules() {
    }

    private static Rule ours(String sentence, Predicate<Manifest> kept) {
        return new Rule(sentence, rendering -> ours(rendering).filter(kept.negate()).map(Manifest::toString));
    }

    private static Stream<Manifest> ours(Rendering rendering) {
        return rendering.of("Deployment").filter(workload -> workload.name().endsWith("-service"));
    }

    private static JsonNode container(Manifest workload) {
        return workload.podTemplate().at("/spec/containers/0");
    }

    private static long needed(Rendering rendering, Manifest workload) {
        String options = items(container(workload).path("env"))
                .filter(variable -> variable.path("name").asText().equals("JAVA_TOOL_OPTIONS"))
                .map(variable -> variable.path("value").asText()).findFirst().orElse("");
        return megabytes(HEAP, options) + megabytes(BUFFERS, options) + duckDb(rendering, workload) + BESIDE_HEAP_AND_BUFFERS;
    }

    private static long megabytes(Pattern option, String options) {
        var matcher = option.matcher(options);
        // An option that is not there means that nothing bounds it.
        return matcher.find() ? Long.parseLong(matcher.group(1)) * MIB : Long.MAX_VALUE / 4;
    }

    private static long duckDb(Rendering rendering, Manifest workload) {
        if (!workload.name().equals("compute-service")) {
            return 0;
        }
        String limit = settings(rendering, "figcast-compute-settings").getProperty("figcast.duckdb.memory-limit", "2GB");
        return Long.parseLong(limit.replace("GB", "")) * 1_000_000_000L;
    }

    private static long limit(Manifest workload) {
        String limit = container(workload).at("/resources/limits/memory").asText();
        long number = Long.parseLong(limit.substring(0, limit.length() - 2));
        return limit.endsWith("Gi") ? number * GIB : number * MIB;
    }

    /** All files of a generated ConfigMap together, as the service reads them. */
    static Properties settings(Rendering rendering, String configMap) {
        Properties settings = new Properties();
        rendering.of("ConfigMap").filter(manifest -> manifest.name().startsWith(configMap))
                .flatMap(manifest -> pairs(manifest.at("/data")).values().stream()).forEach(file -> {
                    try {
                        settings.load(new StringReader(file));
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                });
        return settings;
    }
}
