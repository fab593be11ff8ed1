package io.figcast.local.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said about one dataset on the command line, by options' names such as {@code --category}.
 *
 * @param values exactly one of {@code --file} and {@code --url} among them
 */
record Named(Map<String, String> values) {

    private static final List<String> BEGINNINGS = List.of("--file", "--url");

    Named {
        values = Map.copyOf(values);
    }

    /** Each {@code --file} and each {@code --url} begins a dataset; options before the first belong to the first. */
    static List<Named> inOrder(List<OwnDatasets.Option> options) {
        List<Map<String, String>> datasets = new ArrayList<>();
        Map<String, String> current = new LinkedHashMap<>();
        for (OwnDatasets.Option option : options) {
            if (BEGINNINGS.contains(option.name()) && BEGINNINGS.stream().anyMatch(current::containsKey)) {
                datasets.add(current);
                current = new LinkedHashMap<>();
            }
            if (current.put(option.name(), option.value()) != null) {
                throw new UnusableDatasetException(
                        option.name() + " is given twice for one dataset; another --file or --url begins another one.");
            }
        }
        if (!current.isEmpty()) {
            datasets.add(current);
        }
        datasets.stream().filter(values -> BEGINNINGS.stream().noneMatch(values::containsKey)).findFirst()
                .ifPresent(values -> {
                    throw new UnusableDatasetException(values.keySet().iterator().next()
                            + " is about data of your own, but there is no --file and no --url.");
                });
        return datasets.stream().map(Named::new).toList();
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    void refuse(String reason, String... options) {
        for (String option : options) {
            if (values.containsKey(option)) {
                throw new UnusableDatasetException(option + " " + reason);
            }
        }
    }
}
