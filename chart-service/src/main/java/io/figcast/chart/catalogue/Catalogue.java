package io.figcast.chart.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Axes;

/**
 * What is known of one dataset: its titles, its categories in their order and the fingerprint of its definition and data.
 */
public final class Catalogue {

    /**
     * What it says of itself: everything but the categories.
     *
     * @param progress how much of it is read, from 0 to 1, while it is being read
     * @param notes on what was chosen, left out or taken for granted
     * @param choice of axes; null if not even the dataset's own columns have names that are known
     */
    public record Description(String dataset, String title, String xTitle, String yTitle, int order, boolean isDefault,
            @Nullable String defaultCategory, String fingerprint, @Nullable String errorCode, boolean reading,
            @Nullable Double progress, List<Note> notes, @Nullable AxesChoice choice) {

        public Description {
            notes = List.copyOf(notes);
        }
    }

    private final Description description;
    private final CategoryNames categories;
    private final long[] rows;
    private final String edition;

    /** @param rows how many each of the categories has, in the same order; negative, or missing, where nobody has counted */
    Catalogue(Description description, CategoryNames categories, long... rows) {
        this.description = description;
        this.categories = categories;
        this.rows = rows;
        AxesChoice choice = description.choice();
        this.edition = String.join("\0", description.fingerprint(), description.xTitle(), description.yTitle(),
                choice == null ? "" : choice.x(), choice == null ? "" : choice.y());
    }

    public String dataset() {
        return description.dataset();
    }

    public String fingerprint() {
        return description.fingerprint();
    }

    /**
     * Names everything that figures are made of but the rows: where only titles change, the fingerprint, and with it the slice,
     * stays, and the figures do not.
     */
    public String edition() {
        return edition;
    }

    public Description description() {
        return description;
    }

    public CategoryNames categories() {
        return categories;
    }

    public Optional<String> defaultCategory() {
        return Optional.ofNullable(description.defaultCategory());
    }

    /** Whether it is not known yet which columns may be named. */
    public boolean isChoiceUnknown() {
        return description.choice() == null && (isReading() || !isComplete());
    }

    /**
     * The axes that are meant by these columns, either of which may be left out; empty if they are the dataset's own.
     *
     * @throws UnknownColumnException for a column that is not allowed
     */
    public Optional<Axes> axes(@Nullable String x, @Nullable String y) {
        AxesChoice choice = description.choice();
        if (choice != null) {
            return choice.axes(dataset(), x, y);
        }
        if (x != null || y != null) {
            throw new UnknownColumnException(
                    "dataset " + dataset() + " has columns of its own and allows no choice; leave out x and y");
        }
        return Optional.empty();
    }

    /** What a column is called: the dataset has titles for its own, and others are called by their names. */
    public String xTitle(@Nullable Axes axes) {
        return axes == null ? description.xTitle() : title(axes.x(), true);
    }

    public String yTitle(@Nullable Axes axes) {
        return axes == null ? description.yTitle() : title(axes.y(), false);
    }

    private String title(String column, boolean xFirst) {
        AxesChoice choice = description.choice();
        boolean isX = choice != null && column.equals(choice.x());
        boolean isY = choice != null && column.equals(choice.y());
        return isX && (xFirst || !isY) ? description.xTitle() : isY ? description.yTitle() : column;
    }

    public boolean contains(String category) {
        return categories.contains(category);
    }

    /** How many rows a category has with both values, if they were counted. */
    public @Nullable Long rows(String category) {
        int place = rows.length == 0 ? -1 : categories.indexOf(category);
        return place < 0 || place >= rows.length || rows[place] < 0 ? null : Long.valueOf(rows[place]);
    }

    /** Whether its source has not been listed yet. */
    public boolean isReading() {
        return description.reading();
    }

    /** Whether there is such a category, as far as the source could be asked. */
    public boolean mayContain(String category) {
        return contains(category) || !isReading() && !isComplete();
    }

    /** Whether the source could list its categories; if not, an unknown one may well exist. */
    public boolean isComplete() {
        return description.errorCode() == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalogue that && description.equals(that.description)
                && categories.equals(that.categories) && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return description.hashCode();
    }
}
