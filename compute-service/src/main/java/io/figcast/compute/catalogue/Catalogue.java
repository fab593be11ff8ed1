package io.figcast.compute.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.catalogue.store.CatalogueJson;
import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.CategoryNames;
import io.figcast.compute.source.Fingerprint;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.dataset.Presentation;

/**
 * What is known of a dataset: how it is shown, its categories in order and its fingerprint.
 *
 * @param categories in the order of the source
 * @param rows how many each category has with both values; empty where nobody has counted them
 * @param notes on what was chosen, left out or taken for granted
 * @param axes which columns may be drawn; empty while that is not known
 * @param fingerprint hex digest of definition and file contents, never empty
 * @param updatedAt when the source gave this answer for the first time
 * @param reading whether the source has not been listed yet; there are no categories then
 * @param progress how much of it is read, from 0 to 1; 0 where that is not known
 * @param error present where the source could not list its categories; they are then the last known, or none
 */
public record Catalogue(String dataset, Presentation presentation, List<String> categories, List<Long> rows,
        List<Note> notes, Optional<AxesChoice> axes, String fingerprint, Instant updatedAt, boolean reading, double progress,
        Optional<CatalogueJson.Failure> error) {

    /** Of a source whose data this process has not seen yet. */
    static final String UNKNOWN = Fingerprint.of("not loaded yet").hex();

    private static final String TIME = "time";

    public Catalogue {
        if (fingerprint.isEmpty()) {
            throw new IllegalArgumentException("a fingerprint must not be empty");
        }
        categories = CategoryNames.of(categories);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    public boolean contains(String category) {
        return categories.contains(category);
    }

    /** Whether it says nothing of the categories: nobody has seen them, or only that they cannot be listed. */
    boolean knowsNothing() {
        return reading || error.isPresent() && categories.isEmpty();
    }

    /** Whether the columns, each of which may be left out, may be drawn as far as is known. */
    boolean allows(@Nullable String x, @Nullable String y) {
        return axes.map(choice -> choice.allows(x, y)).orElse((x == null) == (y == null));
    }

    /**
     * The key of a category's slice for columns as they are named; where nothing is known of them, two stand for themselves.
     */
    public SliceKey key(String category, @Nullable String x, @Nullable String y) {
        Axes named = axes.isPresent() ? axes.get().resolved(x, y) : x == null || y == null ? null : new Axes(x, y);
        return new SliceKey(dataset, category, fingerprint, named);
    }

    /**
     * The key of the same category and columns for the data as they are known here; axes that are the dataset's own now are
     * none.
     */
    public SliceKey present(SliceKey key) {
        Axes named = key.axes();
        return named == null || axes.isEmpty() ? key.withFingerprint(fingerprint)
                : new SliceKey(dataset, key.category(), fingerprint, axes.get().resolved(named.x(), named.y()));
    }

    boolean saysTheSameAs(Catalogue other) {
        return presentation.equals(other.presentation) && fingerprint.equals(other.fingerprint)
                && reading == other.reading && error.equals(other.error)
                && notes.equals(other.notes) && rows.equals(other.rows) && progress == other.progress
                && offered().equals(other.offered()) && categories.equals(other.categories);
    }

    private AxesChoice offered() {
        return axes.orElse(AxesChoice.NONE);
    }

    /** Still being read, and so far. */
    Catalogue at(double part) {
        return new Catalogue(dataset, presentation, categories, rows, notes, axes, fingerprint, updatedAt, reading, part,
                error);
    }

    /** The same of data that have this fingerprint, though their categories are not known yet. */
    Catalogue of(String present) {
        return present.equals(fingerprint) ? this
                : new Catalogue(dataset, presentation, categories, List.of(), notes, axes, present, updatedAt, reading,
                        progress,
                        error);
    }

    Catalogue failed(Instant now, String why) {
        return new Catalogue(dataset, presentation, categories, rows, notes, axes, fingerprint, now, false, 0,
                Optional.of(new CatalogueJson.Failure("SOURCE_FAILED", why)));
    }

    static Catalogue of(CatalogueJson json) {
        Presentation presentation = new Presentation(json.title(), json.xTitle(), json.yTitle(), json.order(),
                json.byDefault(), Optional.ofNullable(json.defaultCategory()));
        return new Catalogue(json.dataset(), presentation, json.categories(), json.rows(), json.notes(),
                Optional.of(axes(json)), json.fingerprint(), json.updatedAt(), CatalogueJson.READING.equals(json.state()),
                json.progress() == null ? 0 : json.progress(),
                Optional.ofNullable(json.error()));
    }

    CatalogueJson json() {
        return new CatalogueJson(dataset, presentation.title(), presentation.xTitle(), presentation.yTitle(),
                presentation.order(), presentation.byDefault(), presentation.defaultCategory().orElse(null), categories,
                rows, notes, offered().own().map(Axes::x).orElse(null), offered().own().map(Axes::y).orElse(null),
                offered().columns().stream().map(Catalogue::json).toList(), fingerprint, updatedAt,
                reading ? CatalogueJson.READING : null, progress == 0 ? null : progress, error.orElse(null));
    }

    private static AxesChoice axes(CatalogueJson json) {
        return json.x() == null || json.y() == null ? AxesChoice.NONE
                : AxesChoice.of(json.x(), json.y(), json.columns().stream().map(column -> new AxesChoice.Column(column.name(),
                        TIME.equals(column.type()) ? ColumnType.TIME : ColumnType.NUMBER)).toList());
    }

    private static CatalogueJson.Column json(AxesChoice.Column column) {
        return new CatalogueJson.Column(column.name(), switch (column.type()) {
            case NUMBER -> "number";
            case TIME -> TIME;
        });
    }
}
