package io.figcast.local.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns that were named or listed; compute-service chooses those that were not. */
final class Columns {

    private Columns() {
    }

    static Map<String, String> settings(Named named) {
        Map<String, String> settings = new HashMap<>();
        for (String column : new String[] { "category", "x", "y" }) {
            named.value("--" + column).ifPresent(chosen -> {
                if (chosen.isBlank()) {
                    throw new UnusableDatasetException("--" + column + " is the name of a column, and cannot be empty.");
                }
                settings.put(column + "-column", chosen);
            });
        }
        named.value("--columns").ifPresent(listed -> {
            if (List.of(listed.split(",", -1)).stream().anyMatch(String::isBlank)) {
                throw new UnusableDatasetException(
                        "--columns is a list of columns such as price,weight, not '" + listed + "'.");
            }
            settings.put("columns", listed);
        });
        return settings;
    }
}
