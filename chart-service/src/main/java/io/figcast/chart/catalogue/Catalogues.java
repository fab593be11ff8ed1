package io.figcast.chart.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** The newest known catalogue of every dataset. */
@ApplicationScoped
public class Catalogues {

    private final AtomicLong revision = new AtomicLong();
    private volatile Map<String, Catalogue> byName = Map.of();
    private volatile List<Catalogue> inOrder = List.of();
    private volatile boolean known;
    private volatile boolean answered;

    /**
     * Whether Redis has ever told us of a dataset; before that, or while it has been emptied, an unknown one may well exist.
     */
    public boolean isKnown() {
        return known;
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

    public Optional<Catalogue> defaultDataset() {
        return inOrder.stream().filter(c -> c.description().isDefault()).findFirst()
                .or(() -> inOrder.stream().findFirst());
    }

    void replace(Collection<Catalogue> catalogues) {
        inOrder = catalogues.stream()
                .sorted(Comparator.<Catalogue> comparingInt(c -> c.description().order()).thenComparing(Catalogue::dataset))
                .toList();
        byName = inOrder.stream().collect(Collectors.toUnmodifiableMap(Catalogue::dataset, c -> c, (a, b) -> a));
        known = known || !inOrder.isEmpty();
        revision.incrementAndGet();
    }
}
