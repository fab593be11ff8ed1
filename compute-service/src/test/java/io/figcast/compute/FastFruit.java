package io.figcast.compute;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service as it is, with queries that cost nothing, and datasets that behave badly. */
public class FastFruit implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Stream.of(Map.of("figcast.datasets.fruit.simulated-cost", "0s",
                "figcast.memo.failure-ttl", "3s",
                "figcast.catalogue.check-every", "1s"),
                database("slow", "select unnest(range(20))::varchar", "select 1.0, 2.0 where ? <> ''",
                        "simulated-cost", "1500ms"),
                database("broken", "select unnest(['one', 'two'])", "select error('the weather is bad'), 1.0 where ? <> ''",
                        "max-rows", "10"),
                database("large", "select unnest(['one', 'two'])",
                        "select i::double, i::double from range(300000) t(i) where ? <> '' order by i", "max-rows", "200000"),
                database("chunky", "select unnest(['one', 'two'])",
                        "select i::double, -i::double from range(300000) t(i) where ? <> '' order by i", "max-rows", "300000"),
                database("endless", "select unnest(['one', 'two'])",
                        "select sum(a.i * b.i)::double, 1.0 from range(10000000) a(i), range(10000000) b(i) where ? <> ''",
                        "deadline", "1s"))
                .flatMap(settings -> settings.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> database(String name, String categories, String slice, String setting, String value) {
        String prefix = "figcast.datasets." + name + ".";
        return Map.of(prefix + "url", "jdbc:duckdb:", prefix + "categories-query", categories, prefix + "slice-query", slice,
                prefix + setting, value);
    }
}
