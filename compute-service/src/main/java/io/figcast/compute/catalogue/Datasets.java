package io.figcast.compute.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceSource;
import io.figcast.compute.slice.SliceSource.Reading;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.SimulatedCost;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.dataset.Definition;

/** The configured datasets, in the order in which they are shown. */
public final class Datasets {

    /** A dataset and what the rest of the service does not see of it. */
    record Entry(Definition definition, Source source, Dataset dataset) {

        Reading open(SliceKey key) {
            Catalogue newest = dataset.catalogue();
            boolean unproven = newest.error().isPresent() && !newest.contains(key.category());
            Reading reading = SimulatedCost.before(source.open(key.category(), key.axes()), definition.simulatedCost());
            return new FaithfulReading(source, key, reading, unproven, new RunningQuery());
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Dataset byDefault;

    Datasets(Collection<Entry> all) {
        Comparator<Entry> byOrder = Comparator.comparingInt(entry -> entry.definition().presentation().order());
        List<Entry> sorted = all.stream()
                .sorted(byOrder.thenComparing(entry -> entry.definition().name())).toList();
        sorted.forEach(entry -> entries.put(entry.definition().name(), entry));
        this.byDefault = sorted.stream().filter(entry -> entry.definition().presentation().byDefault()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dataset is the default one")).dataset();
    }

    public Optional<Dataset> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::dataset);
    }

    /** The dataset of requests that name none. There is always one, if only to say that none is configured. */
    public Dataset defaultDataset() {
        return byDefault;
    }

    public Collection<Dataset> all() {
        return entries.values().stream().map(Entry::dataset).toList();
    }

    /** The source of all slices. */
    public SliceSource source() {
        return key -> {
            Entry entry = Optional.ofNullable(entries.get(key.dataset()))
                    .orElseThrow(() -> new IllegalArgumentException("there is no dataset " + key.dataset()));
            return entry.open(key);
        };
    }

    void close() {
        entries.values().forEach(entry -> entry.source().close());
    }
}
