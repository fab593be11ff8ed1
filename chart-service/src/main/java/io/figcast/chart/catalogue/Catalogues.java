package io.figcast.chart.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** The newest known catalogue of every dataset. */
@ApplicationScoped
public class Catalogues {

    private final AtomicLong revision = new AtomicLong();
    private volatile Map<String, Catalogue> byName = Map.of();
    private volatile List<Catalogue> inOrder = List.of();
    private volatile Set<String> awaited = Set.of();
    private volatile boolean known;
    private volatile boolean answered;

    /**
     * Whether Redis has ever told us of a dataset; before that, or while it has been emptied, an unknown one may well exist.
     */
    public boolean isKnown() {
        return known;
    }

    /**
     * Whether there is surely no such dataset: Redis has told of others, and not of this one. One whose catalogue is not there,
     * as after Redis was emptied, is awaited.
     */
    public boolean lacks(String dataset) {
        boolean surely = known && !awaited.contains(dataset); // read in the opposite order of their change
        return surely && !byName.containsKey(dataset);
    }

    /** Whether all datasets are known that Redis has told of, and it has told of some. */
    public boolean areComplete() {
        return known && awaited.isEmpty();
    }

    /** Whether Redis has been read, whatever was there. */
    public boolean hasRedisAnswered() {
        return answered;
    }

    void redisAnswered() {
        answered = true;
    }

    /** Grows with every change. */
    public long revision() {
        return revision.get();
    }

    public Optional<Catalogue> find(String dataset) {
        return Optional.ofNullable(byName.get(dataset));
    }

    public List<Catalogue> all() {
        return inOrder;
    }

    /** The default; without one the first, once all are known. */
    public Optional<Catalogue> defaultDataset() {
        return inOrder.stream().filter(c -> c.description().isDefault()).findFirst()
                .or(() -> inOrder.stream().filter(c -> awaited.isEmpty()).findFirst());
    }

    /** @param awaited datasets that there are, without a catalogue */
    void replace(Collection<Catalogue> catalogues, Set<String> awaited) {
        Set<String> either = new HashSet<>(this.awaited);
        either.addAll(awaited);
        this.awaited = either;
        inOrder = catalogues.stream()
                .sorted(Comparator.<Catalogue> comparingInt(c -> c.description().order()).thenComparing(Catalogue::dataset))
                .toList();
        byName = inOrder.stream().collect(Collectors.toUnmodifiableMap(Catalogue::dataset, c -> c, (a, b) -> a));
        known = known || !inOrder.isEmpty();
        revision.incrementAndGet();
        this.awaited = awaited;
    }

    void replaceAwaited(Set<String> datasets) {
        awaited = datasets;
    }
}
