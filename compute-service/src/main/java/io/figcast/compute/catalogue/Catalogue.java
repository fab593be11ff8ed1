package io.figcast.compute.catalogue;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.store.CatalogueJson;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.dataset.Presentation;

/**
 * What is known of a dataset: how it is shown, its categories in order and its fingerprint.
 *
 * @param categories in the order of the source; {@code contains} looks it up in constant time
 * @param notes sentences on what was chosen or taken for granted
 * @param fingerprint hex digest of definition and file contents, never empty
 * @param updatedAt when the source gave this answer for the first time
 * @param reading whether the source has not been listed yet; there are no categories then
 * @param problem in one sentence, what readers should know of the data, although they could be listed
 * @param error present where the source could not list its categories; they are then the last known, or none
 */
public record Catalogue(String dataset, Presentation presentation, List<String> categories, List<String> notes,
        String fingerprint,
        Instant updatedAt, boolean reading, Optional<String> problem, Optional<CatalogueJson.Failure> error) {

    /** Of a source whose data this process has not seen yet. */
    static final String UNKNOWN = Fingerprint.of("not loaded yet").hex();

    public Catalogue {
        if (fingerprint.isEmpty()) {
            throw new IllegalArgumentException("a fingerprint must not be empty");
        }
        categories = Distinct.of(categories);
        notes = List.copyOf(notes);
    }

    public boolean contains(String category) {
        return categories.contains(category);
    }

    /** Whether it says nothing of the data: nobody has seen them, or only that they cannot be read. */
    boolean knowsNothing() {
        return reading || error.isPresent() && fingerprint.equals(UNKNOWN);
    }

    boolean saysTheSameAs(Catalogue other) {
        return presentation.equals(other.presentation) && fingerprint.equals(other.fingerprint)
                && reading == other.reading && problem.equals(other.problem) && error.equals(other.error)
                && notes.equals(other.notes) && categories.equals(other.categories);
    }

    Catalogue failed(Instant now, String why) {
        return new Catalogue(dataset, presentation, categories, notes, fingerprint, now, false, problem,
                Optional.of(new CatalogueJson.Failure("SOURCE_FAILED", why)));
    }

    static Catalogue of(CatalogueJson json) {
        Presentation presentation = new Presentation(json.title(), json.xTitle(), json.yTitle(), json.order(),
                json.byDefault(), Optional.ofNullable(json.defaultCategory()));
        return new Catalogue(json.dataset(), presentation, json.categories(), json.notes(), json.fingerprint(),
                json.updatedAt(), CatalogueJson.READING.equals(json.state()),
                Optional.ofNullable(json.problem()),
                Optional.ofNullable(json.error()));
    }

    CatalogueJson json() {
        return new CatalogueJson(dataset, presentation.title(), presentation.xTitle(), presentation.yTitle(),
                presentation.order(), presentation.byDefault(), presentation.defaultCategory().orElse(null), categories, notes,
                fingerprint, updatedAt, reading ? CatalogueJson.READING : null, problem.orElse(null),
                error.orElse(null));
    }

    /** An immutable list of distinct categories that finds one in constant time. */
    private static final class Distinct extends AbstractList<String> implements RandomAccess {

        private final String[] inOrder;
        private final Set<String> all;

        private Distinct(Collection<String> categories) {
            this.all = new LinkedHashSet<>(categories);
            this.inOrder = all.toArray(String[]::new);
        }

        static Distinct of(Collection<String> categories) {
            return categories instanceof Distinct already ? already : new Distinct(categories);
        }

        @Override
        public String get(int index) {
            return inOrder[index];
        }

        @Override
        public int size() {
            return inOrder.length;
        }

        @Override
        public boolean contains(@Nullable Object category) {
            return all.contains(category);
        }
    }
}
