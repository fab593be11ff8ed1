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
import io.figcast.compute.slice.SliceSource.Scan;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.SimulatedCost;
import io.figcast.compute.source.Source;
import io.figcast.compute.source.dataset.Definition;

/** The configured datasets, in the order in which they are shown. */
public final class Datasets {

    /** A dataset and what the rest of the service does not see of it. */
    record Entry(Definition definition, Source source, Dataset dataset) {

        Reading open(SliceKey key) {
            Reading reading = SimulatedCost.before(source.open(key.category(), key.axes()), definition.simulatedCost());
            return new FaithfulReading(source, key, reading, isUnproven(key), new RunningQuery());
        }

        Scan scan(List<SliceKey> keys) {
            Scan scan = SimulatedCost.before(source.scan(keys.stream().map(SliceKey::category).toList(), keys.get(0).axes()),
                    definition.simulatedCost());
            return new FaithfulScan(source, keys.get(0).fingerprint(), scan);
        }

        double share(SliceKey key) {
            return isUnproven(key) ? 1 : source.share(key.category());
        }

        private boolean isUnproven(SliceKey key) {
            Catalogue newest = dataset.catalogue();
            return newest.error().isPresent() && !newest.contains(key.category());
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
        return new SliceSource() {

            @Override
            public Reading open(SliceKey key) {
                return entry(key).open(key);
            }

            @Override
            public Scan scan(List<SliceKey> keys) {
                return entry(keys.get(0)).scan(keys);
            }

            @Override
            public double share(SliceKey key) {
                return entry(key).share(key);
            }
        };
    }

    private Entry entry(SliceKey key) {
        return Optional.ofNullable(entries.get(key.dataset()))
                .orElseThrow(() -> new IllegalArgumentException("there is no dataset " + key.dataset()));
    }

    void close() {
        entries.values().forEach(entry -> entry.source().close());
    }
}
