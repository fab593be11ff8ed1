package io.figcast.compute.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.dataset.Definition;
import io.figcast.compute.source.dataset.Precompute;

/** One configured dataset. Thread-safe; only its catalogue changes. */
public final class Dataset {

    private final Definition definition;
    private final CatalogueWatch watch;
    private final Existence existence;
    private final Supplier<Optional<String>> published;

    /** @param published the fingerprint of the catalogue that readers go by, where it is known */
    Dataset(Definition definition, CatalogueWatch watch, Existence existence, Supplier<Optional<String>> published) {
        this.definition = definition;
        this.watch = watch;
        this.existence = existence;
        this.published = published;
    }

    public String name() {
        return definition.name();
    }

    public SliceLimits limits() {
        return definition.limits();
    }

    public Precompute precompute() {
        return definition.precompute();
    }

    /** The newest known catalogue, from memory. Before the first answer of the source it is {@code reading}. */
    public Catalogue catalogue() {
        return watch.newest();
    }

    /**
     * The fingerprints under which slices may be served: first that of the data as they are, which the source is asked for,
     * then those that replicas and readers go by until they have seen these data.
     *
     * @return fails with {@link SourceFailedException} if the source cannot be read
     */
    public CompletionStage<List<String>> fingerprints() {
        return watch.fingerprint().thenApply(present -> Stream
                .concat(Stream.of(present, catalogue().fingerprint()), published.get().stream()).distinct().toList());
    }

    /**
     * What a listing of the source says that began after this moment of {@link System#nanoTime}: one that is under way or
     * comes next is shared by all who wait. Never fails: what went wrong is the catalogue's {@code error}.
     */
    public CompletionStage<Catalogue> listedSince(long arrival) {
        return watch.listedSince(arrival);
    }

    /**
     * The catalogue under which a category can be asked for. A known one is answered from memory; for any other, and for
     * columns that are not known to be allowed, the source is listed and, where that cannot tell, asked for this category. If
     * the source cannot be asked, the category counts as one that may exist: its computation fails and says why.
     *
     * @param x the column that is asked for, null for the dataset's own
     * @param arrival when the request arrived, on the clock of {@link System#nanoTime}
     * @return fails with {@link UnknownCategoryException} or {@link UnknownColumnException}
     */
    public CompletionStage<Catalogue> find(String category, @Nullable String x, @Nullable String y, long arrival) {
        Catalogue newest = watch.newest();
        return newest.contains(category) && newest.allows(x, y) ? CompletableFuture.completedStage(newest)
                : watch.listedSince(arrival).thenCompose(listed -> judge(category, listed))
                        .thenApply(listed -> allowing(x, y, listed));
    }

    /** Whether this can be asked for as far as is known, so that {@link #find} asks nobody. */
    public boolean knows(String category, @Nullable String x, @Nullable String y) {
        Catalogue newest = watch.newest();
        return newest.contains(category) && newest.allows(x, y);
    }

    /**
     * The catalogue, if its columns may be drawn.
     *
     * @throws UnknownColumnException if not
     */
    public static Catalogue allowing(@Nullable String x, @Nullable String y, Catalogue listed) {
        if (!listed.allows(x, y)) {
            throw UnknownColumnException.of(listed, x, y);
        }
        return listed;
    }

    private CompletionStage<Catalogue> judge(String category, Catalogue listed) {
        if (listed.contains(category)) {
            return CompletableFuture.completedStage(listed);
        }
        if (listed.error().isEmpty()) {
            return CompletableFuture.failedStage(new UnknownCategoryException(name()));
        }
        return existence.of(category).exceptionally(unanswered -> true).thenApply(exists -> {
            if (exists) {
                return listed;
            }
            throw new UnknownCategoryException(name());
        });
    }
}
