package io.figcast.compute.source.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.Description;
import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.duckdb.WantedColumns;
import io.figcast.compute.source.duckdb.column.StatedType;
import io.figcast.compute.source.jdbc.Selection;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class DatasetsConfigTest {

    static final Map<String, String> FILE = Map.of("file", "a.csv", "category-column", "c", "x-column", "x",
            "y-column", "y");
    static final Map<String, String> DATABASE = Map.of("url", "jdbc:postgresql://db/shop?password=hunter2",
            "categories-query", "select c from t", "slice-query", "select x, y from t where c = ?");

    @Test
    void defaultsAreAsDocumented() {
        DatasetsConfig config = mapping(config(Map.of(), Map.of()));
        assertThat(config.defaultDataset()).isEqualTo("fruit");
        assertThat(config.dataDirectories()).containsExactly("data");
        assertThat(config.catalogue().checkEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.catalogue().refreshEvery()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.catalogue().ttl()).isEqualTo(Duration.ofHours(8));
        assertThat(config.catalogue().recheckInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.catalogue().maxCategories()).isEqualTo(1_000_000);
        assertThat(config.catalogue().maxBytes()).isEqualTo(64_000_000);
        assertThat(config.duckdb().memoryLimit()).isEqualTo("2GB");
        assertThat(config.duckdb().threads()).isEqualTo(2);
    }

    @Test
    void datasetOfAFileMayNameItsColumns() {
        Definition definition = only(FILE);
        assertThat(definition.origin()).isEqualTo(new Origin.Files("a.csv", WantedColumns.of("c", "x", "y"), 0.1));
        assertThat(definition.presentation()).isEqualTo(new Presentation("own", "x", "y", 0, true, Optional.empty()));
        assertThat(definition.limits()).isEqualTo(
                new SliceLimits(Duration.ofHours(8), Duration.ofHours(6), Duration.ofSeconds(60), 20_000_000, 20_000_000));
        assertThat(definition.precompute()).isEqualTo(Precompute.NEVER);
        assertThat(definition.simulatedCost()).isZero();
    }

    @Test
    void fileAloneIsADataset() {
        Definition definition = only(Map.of("file", "a.csv"));
        assertThat(definition.origin()).isEqualTo(new Origin.Files("a.csv", WantedColumns.chosen(), 0.1));
        assertThat(definition.presentation().completedBy(new Description(Optional.of("date"), Optional.of("price"), List.of(),
                AxesChoice.NONE)))
                .isEqualTo(new Presentation("own", "date", "price", 0, true, Optional.empty()));
    }

    @Test
    void columnsAreToldWhatTheyHold() {
        Definition definition = only(Map.of("file", "a.csv", "x-type", "epoch-seconds", "y-type", "number",
                "max-unreadable", "0"));
        assertThat(definition.origin()).isEqualTo(new Origin.Files("a.csv",
                new WantedColumns(WantedColumns.chosen().named(), StatedType.EPOCH_SECONDS, StatedType.NUMBER), 0));
    }

    @Test
    void columnsAreThoseThatMayBeChosen() {
        Definition definition = only(Map.of("file", "a.csv", "columns", "price,\"net\\, gross\",price"));
        assertThat(definition.origin())
                .isEqualTo(new Origin.Files("a.csv", new WantedColumns(NamedColumns.NOTHING, StatedType.BY_CONTENT,
                        StatedType.BY_CONTENT, List.of("price", "\"net, gross\"")), 0.1));
        assertThat(only(Map.of("file", "a.csv", "columns[0]", "price")).origin()).isInstanceOf(Origin.Files.class);
        String many = IntStream.range(0, 101).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(broken(only(Map.of("file", "a.csv", "columns", many)))).contains("columns has more than 100 names");
    }

    @Test
    void everySettingCounts() {
        Map<String, String> settings = new HashMap<>(DATABASE);
        settings.putAll(Map.of("title", "Own", "x-title", "X", "y-title", "Y", "order", "-3", "default-category", "d",
                "username", "u", "password-file", "/run/secrets/p", "files", "a.db,b.db"));
        settings.putAll(Map.of("ttl", "1h", "stale-after", "10m", "deadline", "5s", "max-rows", "7", "simulated-cost",
                "200ms", "precompute.at-start", "true", "precompute.cron", "0 4 * * *"));
        Definition definition = only(settings);
        assertThat(definition.presentation()).isEqualTo(new Presentation("Own", "X", "Y", -3, true, Optional.of("d")));
        assertThat(definition.limits()).isEqualTo(
                new SliceLimits(Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofSeconds(5), 7));
        assertThat(definition.listingDeadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(definition.precompute()).isEqualTo(new Precompute(true, Optional.of("0 4 * * *")));
        assertThat(definition.simulatedCost()).isEqualTo(Duration.ofMillis(200));
        Origin.Jdbc stored = (Origin.Jdbc) definition.origin();
        assertThat(stored.files()).containsExactly("a.db", "b.db");
        assertThat(stored.login().passwordFile()).contains("/run/secrets/p");
    }

    @ParameterizedTest
    @CsvSource({ "'', '', 20000000", "'', 0, 9223372036854775807", "7, '', 9223372036854775807", "6000, 6000, 6000" })
    void whoBoundsTheRowsBelowWhatIsReducedHasThemRefused(String maxRows, String reduceAbove, long expected) {
        Map<String, String> settings = new HashMap<>(FILE);
        if (!maxRows.isEmpty()) {
            settings.put("max-rows", maxRows);
        }
        if (!reduceAbove.isEmpty()) {
            settings.put("reduce-above", reduceAbove);
        }
        assertThat(only(settings).limits().reduceAbove()).isEqualTo(expected);
    }

    @Test
    void environmentVariablesConfigureADatasetToo() {
        Definition definition = definitions(config(Map.of(), Map.of("FIGCAST_DATASETS_OWN_FILE", "a.csv",
                "FIGCAST_DATASETS_OWN_CATEGORY_COLUMN", "c", "FIGCAST_DATASETS_OWN_X_COLUMN", "x",
                "FIGCAST_DATASETS_OWN_Y_COLUMN", "y", "FIGCAST_DATASETS_OWN_STALE_AFTER", "1m"))).get(0);
        assertThat(definition.name()).isEqualTo("own");
        assertThat(definition.origin()).isEqualTo(new Origin.Files("a.csv", WantedColumns.of("c", "x", "y"), 0.1));
        assertThat(definition.limits().staleAfter()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ttl             | soon     | ttl is 'soon', which is not a duration such as 30s, 15m or 8h
            ttl             | 0s       | ttl must be longer than nothing
            stale-after     | 9h       | stale-after must not be longer than ttl
            max-rows        | many     | max-rows is 'many', which is not a whole number
            max-rows        | 0        | max-rows must be more than 0
            reduce-above    | 4999     | reduce-above must be from 5000 to max-rows, or 0 for never
            reduce-above    | 20000001 | reduce-above must be from 5000 to max-rows, or 0 for never
            x-type          | date     | x-type is 'date', which is not number, time, epoch-seconds or epoch-milliseconds
            max-unreadable  | 10%      | max-unreadable is '10%', which is not a share from 0 to 1
            max-unreadable  | 2        | max-unreadable is '2', which is not a share from 0 to 1
            order           | 1.5      | order is '1.5', which is not a whole number
            simulated-cost  | -1s      | simulated-cost
            precompute.at-start | yes  | precompute.at-start is 'yes', which is not true or false
            url             | jdbc:x:y | it needs either file or url (with table, query, or categories-query and slice-query), not both
            password        | secret   | password belongs to url, not to file
            colour          | red      | colour is no setting of a dataset; there are categories-query, category-column, columns, deadline, default-category
            """)
    void brokenDefinitionSaysWhatIsWrongAndOthersGoOn(String setting, String value, String message) {
        Map<String, String> settings = new HashMap<>(FILE);
        settings.put(setting, value);
        Map<String, String> properties = prefixed("own", settings);
        properties.putAll(prefixed("other", FILE));
        List<Definition> definitions = definitions(config(properties, Map.of()));
        assertThat(definitions).extracting(Definition::name).containsExactly("other", "own");
        assertThat(definitions.get(0).origin()).isInstanceOf(Origin.Files.class);
        assertThat(broken(definitions.get(1))).startsWith("dataset own is not configured right: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slice-query | select x, y from t             | slice-query must have exactly one ? for the category, but has 0
            slice-query | select x from t where a=? or b=? | slice-query must have exactly one ? for the category, but has 2
            url         | postgresql://u:hunter2@db      | url must begin with jdbc:
            x-column    | x                              | x-column belongs to table or query, not to slice-query
            columns     | a,b                            | columns belongs to table or query, not to slice-query
            table       | t                              | url needs either table or query, or categories-query and slice-query, and only one of these
            """)
    void brokenDatabaseSaysWhatIsWrongWithoutItsPassword(String setting, String value, String message) {
        Map<String, String> settings = new HashMap<>(DATABASE);
        settings.put(setting, value);
        assertThat(broken(only(settings))).contains(message).doesNotContain("hunter2");
    }

    @Test
    void databaseMayBeATableOrAQueryWithItsColumns() {
        Map<String, String> settings = new HashMap<>(Map.of("url", "jdbc:sqlite:a.db", "table", "main.penguins",
                "category-column", "species", "x-column", "flipper", "y-column", "mass"));
        Definition table = only(settings);
        assertThat(((Origin.Jdbc) table.origin()).selection()).isEqualTo(
                new Selection.Columns(new Selection.Table("main.penguins"), "species", "flipper", "mass"));
        assertThat(table.presentation().xTitle()).isEqualTo("flipper");
        assertThat(table.listingDeadline()).isEqualTo(table.limits().deadline());

        settings.remove("table");
        settings.put("query", "select * from penguins where ? > 1");
        assertThat(broken(only(settings))).contains("query must have no ?");
        settings.put("query", "select * from penguins -- which?");
        assertThat(((Origin.Jdbc) only(settings).origin()).selection()).isEqualTo(new Selection.Columns(
                new Selection.Query("select * from penguins -- which?"), "species", "flipper", "mass"));
        settings.remove("y-column");
        settings.put("columns", "mass,bill");
        assertThat(((Origin.Jdbc) only(settings).origin()).selection()).isEqualTo(new Selection.Columns(
                new Selection.Query("select * from penguins -- which?"),
                new NamedColumns(Optional.of("species"), Optional.of("flipper"), Optional.empty()), List.of("mass", "bill")));
        assertThat(broken(only(Map.of("url", "jdbc:sqlite:a.db")))).contains("url needs either table or query");
    }

    @Test
    void neitherFileNorUrlSaysWhatIsNeeded() {
        assertThat(broken(only(Map.of("title", "Own")))).contains("it needs either file").doesNotContain("not both");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Own", "\"own data\"", "-own", "\"a.b\"", "under_score" })
    void datasetOfAnInvalidNameIsIgnored(String name) {
        Map<String, String> properties = prefixed(name, FILE);
        properties.putAll(prefixed("fine", FILE));
        assertThat(definitions(config(properties, Map.of()))).extracting(Definition::name).containsExactly("fine");
    }

    @Test
    void disabledDatasetIsNotThere() {
        Map<String, String> properties = prefixed("own", FILE);
        properties.putAll(prefixed("fruit", Map.of("file", "b.csv", "enabled", "false")));
        List<Definition> definitions = definitions(config(properties, Map.of()));
        assertThat(definitions).extracting(Definition::name).containsExactly("own");
        assertThat(definitions.get(0).presentation().byDefault()).as("stands in for fruit").isTrue();
    }

    @Test
    void withoutAnyDatasetThereIsOneThatSaysSo() {
        assertThat(broken(definitions(config(Map.of(), Map.of())).get(0))).startsWith("no dataset is configured");
    }

    private static String broken(Definition definition) {
        return ((Origin.Broken) definition.origin()).message();
    }

    private static Definition only(Map<String, String> settings) {
        return definitions(config(prefixed("own", settings), Map.of())).get(0);
    }

    private static Map<String, String> prefixed(String dataset, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((key, value) -> properties.put("figcast.datasets." + dataset + "." + key, value));
        return properties;
    }

    private static SmallRyeConfig config(Map<String, String> properties, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("figcast.memo.lease", "8s"); // someone else's
        return new SmallRyeConfigBuilder().withMapping(DatasetsConfig.class).withMappingIgnore("figcast.**")
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(all, "test", 100), new EnvConfigSource(environment, 300))
                .build();
    }

    private static DatasetsConfig mapping(SmallRyeConfig config) {
        return config.getConfigMapping(DatasetsConfig.class);
    }

    private static List<Definition> definitions(SmallRyeConfig config) {
        return new Definitions(mapping(config), config).read();
    }
}
