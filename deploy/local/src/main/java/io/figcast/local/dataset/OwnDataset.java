package io.figcast.local.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A dataset that was named on the command line.
 *
 * @param name its name in addresses and requests
 * @param title its name for people
 * @param settings its configuration in compute-service, without the prefix {@code figcast.datasets.<name>.}
 * @param directory where its files lie, which compute-service must be allowed to read
 */
public record OwnDataset(String name, String title, Map<String, String> settings, Optional<Path> directory) {

    public OwnDataset {
        settings = Map.copyOf(settings);
    }

    /** Its settings by their whole names, escaped as MicroProfile Config wants them. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put(property("title"), literal(title));
        settings.forEach((key, value) -> properties.put(property(key), literal(value)));
        return properties;
    }

    private String property(String key) {
        return "figcast.datasets." + name + "." + key;
    }

    /** Without the escape <code>${…}</code> would be taken for the name of another setting. */
    static String literal(String text) {
        return text.replace("${", "\\${");
    }
}
