package io.figcast.local.dataset;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All datasets that were named on the command line, in their order; the first is the one that is shown. */
public record OwnDatasets(List<OwnDataset> list) {

    private static final Set<String> BUILT_IN = Set.of("fruit", "penguins");

    /** One option about a dataset with its value, as it stood on the command line. */
    public record Option(String name, String value) {
    }

    public OwnDatasets {
        list = List.copyOf(list);
    }

    /**
     * @param scratch where a file that comes over standard input is kept; only then it is used
     * @throws UnusableDatasetException with one sentence about what is wrong
     */
    public static OwnDatasets named(List<Option> options, InputStream standardInput, Path scratch) {
        List<OwnDataset> datasets = new ArrayList<>();
        Set<String> names = new HashSet<>(BUILT_IN);
        StandardInput input = new StandardInput(standardInput, scratch);
        for (Named named : Named.inOrder(options)) {
            OwnDataset dataset = named.value("--url").isPresent() ? Database.dataset(named, names)
                    : OwnFile.dataset(named, input, names);
            names.add(dataset.name());
            datasets.add(dataset);
        }
        return new OwnDatasets(datasets);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public Optional<OwnDataset> first() {
        return list.stream().findFirst();
    }

    /** What compute-service is configured with. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        first().ifPresent(first -> properties.put("figcast.default-dataset", first.name()));
        String directories = list.stream().flatMap(dataset -> dataset.directory().stream()).distinct()
                .map(directory -> directory.toString().replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
        if (!directories.isEmpty()) {
            properties.put("figcast.data-directories", OwnDataset.literal(directories));
        }
        list.forEach(dataset -> properties.putAll(dataset.properties()));
        return properties;
    }
}
