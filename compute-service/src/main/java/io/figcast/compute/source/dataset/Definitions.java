package io.figcast.compute.source.dataset;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;

import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.dataset.DatasetsConfig.DatasetConfig;
import io.quarkus.logging.Log;
import io.smallrye.config.common.utils.StringUtil;

/** Reads all configured datasets, and finds out which one is the default. */
public final class Definitions {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern SETTING = Pattern.compile("figcast\\.datasets\\.(\"[^\"]*\"|[^.\"]*)\\.(.+)");
    private static final Set<String> SETTINGS = names("", DatasetConfig.class);

    private final DatasetsConfig config;
    private final Config all;
    private final List<String> settingNames = new ArrayList<>();

    /** @param all of which the mapping is a part: its names tell misspelt settings, its converters read the others */
    public Definitions(DatasetsConfig config, Config all) {
        this.config = config;
        this.all = all;
        all.getPropertyNames().forEach(settingNames::add); // they can be gone through only once
    }

    /** The enabled datasets, exactly one of them the default; never none. */
    public List<Definition> read() {
        Map<String, DatasetConfig> usable = new TreeMap<>(config.datasets());
        usable.keySet().removeIf(name -> !named(name));
        usable.values().removeIf(dataset -> dataset.enabled().map(String::strip).filter("false"::equals).isPresent());
        if (usable.isEmpty()) {
            Log.error("No dataset is configured; figcast.datasets.<name>.file or .url adds one");
            return List.of(nothing());
        }
        List<Definition> definitions = new ArrayList<>();
        usable.forEach((name, dataset) -> definitions.add(
                DefinitionReader.read(name, dataset, settings(name), name.equals(config.defaultDataset()))));
        return definitions.stream().anyMatch(definition -> definition.presentation().byDefault()) ? definitions
                : withFirstAsDefault(definitions);
    }

    private List<Definition> withFirstAsDefault(List<Definition> definitions) {
        Definition first = definitions.stream().min(Comparator
                .comparingInt((Definition definition) -> definition.presentation().order())).orElseThrow();
        Log.warnf("The default dataset is not configured, so another one stands in for it default=%s dataset=%s",
                Messages.bounded(config.defaultDataset()), first.name());
        return definitions.stream().map(definition -> definition == first ? first.asDefault() : definition).toList();
    }

    private static boolean named(String name) {
        if (NAME.matcher(name).matches()) {
            return true;
        }
        Log.errorf("Dataset ignored because of its name; a name has 1 to 63 of a-z, 0-9 and - and begins with a letter"
                + " or digit dataset=\"%s\"", Messages.bounded(name));
        return false;
    }

    private Settings settings(String dataset) {
        Settings settings = new Settings(all);
        for (String name : settingNames) {
            var setting = SETTING.matcher(name);
            if (setting.matches() && setting.group(1).replace("\"", "").equals(dataset)) {
                String rest = setting.group(2);
                if (!SETTINGS.contains(rest) && !rest.startsWith("files[") && !rest.startsWith("columns[")) {
                    settings.problem(rest + " is no setting of a dataset; there are " + String.join(", ", SETTINGS));
                }
            }
        }
        return settings;
    }

    private static Set<String> names(String prefix, Class<?> mapping) {
        Set<String> names = new TreeSet<>();
        for (Method setting : mapping.getMethods()) {
            String name = prefix + StringUtil.skewer(setting.getName());
            if (setting.getReturnType() == Optional.class) {
                names.add(name);
            } else {
                names.addAll(names(name + ".", setting.getReturnType()));
            }
        }
        return names;
    }

    private static Definition nothing() {
        return new Definition("none", new Presentation("No dataset", "x", "y", 0, true, Optional.empty()),
                SliceLimits.DEFAULT, DefinitionReader.LISTING_DEADLINE, Precompute.NEVER, Duration.ZERO,
                new Origin.Broken("no dataset is configured; figcast.datasets.<name>.file or .url adds one"));
    }
}
