package io.figcast.compute.source.columns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.figcast.compute.source.Note;

/**
 * Chooses the columns that are not named. The rules, each taking the first column of the file that fits:
 * <ol>
 * <li>x is a time, where there is one.
 * <li>What is left of x and y are measures: numbers that are neither few, nor a year, nor a running number, key or code.
 * Then come numbers that are few (at most 12 different ones, each there five times on average), then years,
 * then the rest. Of two that are not alike the better one is y.
 * <li>The category is text or a boolean with 2 to 50 different values, each there twice on average; then text with up to
 * 1,000 values, each there five times; then numbers that are few and no years; then text and few years that come again;
 * else all rows are one category. A number that x and y need is no category.
 * </ol>
 * Where columns to draw are listed, x and y are chosen of these.
 */
public final class ColumnChooser {

    private static final int FEW = 50;
    private static final int MANY = 1_000;
    private static final int OFTEN = 5;

    private final List<ColumnProfile> columns;
    private final NamedColumns named;
    private final Set<String> listed;

    /** @param listed the only columns that may be drawn beside the named ones; if none, all that fit */
    public ColumnChooser(List<ColumnProfile> columns, NamedColumns named, Collection<String> listed) {
        this.columns = columns;
        this.named = named;
        this.listed = Set.copyOf(listed);
    }

    /** The choice; empty where no column can be y. */
    public Optional<ColumnChoice> choose() {
        Optional<String> category = named.category().or(this::category);
        Optional<String> x = named.x().or(() -> x(category));
        Optional<String> y = named.y().or(() -> y(category, x));
        if (y.isEmpty() && named.x().isEmpty()) { // one column to draw is drawn over the rows
            return x.map(only -> new ColumnChoice(category, Optional.empty(), only));
        }
        return y.map(chosen -> new ColumnChoice(category, x, chosen));
    }

    /** The other columns that could be drawn. */
    List<String> others(ColumnChoice choice) {
        return columns.stream().filter(this::isDrawable).map(ColumnProfile::name)
                .filter(name -> !name.equals(choice.y()) && !choice.x().equals(Optional.of(name))).toList();
    }

    /** The columns that requests may choose, in the order of the table; the chosen ones are not among them for certain. */
    public List<String> free(ColumnChoice choice) {
        return named.axes() && listed.isEmpty() ? List.of()
                : columns.stream().filter(listed.isEmpty() ? this::isDrawable : this::isListed).map(ColumnProfile::name)
                        .filter(name -> !choice.category().equals(Optional.of(name))).toList();
    }

    /** The listed columns that cannot be drawn. */
    public List<String> unfit() {
        return columns.stream().filter(column -> listed.contains(column.name()) && !isListed(column))
                .map(ColumnProfile::words).toList();
    }

    private boolean isListed(ColumnProfile column) {
        return listed.contains(column.name()) && column.kind() != ColumnKind.TEXT && column.kind() != ColumnKind.NESTED;
    }

    /**
     * Describes the choice.
     *
     * @param unfit the listed columns that cannot be drawn
     */
    public List<Note> notes(ColumnChoice choice, List<String> unfit) {
        List<Note> notes = new ArrayList<>();
        if (!named.everything()) {
            notes.add(ChoiceNotes.chosen(choice, others(choice)));
        }
        if (!unfit.isEmpty()) {
            notes.add(ChoiceNotes.unfit(unfit));
        }
        return notes;
    }

    /** What was found in each column. */
    public List<String> found() {
        return columns.stream().map(ColumnProfile::words).toList();
    }

    private Optional<String> category() {
        return first(column -> column.isLabel() && column.distinct() <= FEW && column.repeats(2))
                .or(() -> first(column -> column.isLabel() && column.distinct() <= MANY && column.repeats(OFTEN)))
                .or(() -> first(column -> isSpareClass(column) && !column.isYear()))
                .or(() -> first(column -> column.isLabel() && column.distinct() <= MANY && column.repeats(2)))
                .or(() -> first(this::isSpareClass))
                .map(ColumnProfile::name);
    }

    private Optional<String> x(Optional<String> category) {
        Optional<String> time = drawable(category, named.y()).filter(column -> column.kind() == ColumnKind.TIME)
                .findFirst().map(ColumnProfile::name);
        List<ColumnProfile> best = drawable(category, named.y()).limit(2).toList();
        boolean betterIsY = named.y().isEmpty() && best.size() == 2 && best.get(0).rank() < best.get(1).rank();
        return time.or(() -> best.stream().skip(betterIsY ? 1 : 0).findFirst().map(ColumnProfile::name));
    }

    private Optional<String> y(Optional<String> category, Optional<String> x) {
        return drawable(category, x).findFirst().map(ColumnProfile::name);
    }

    /** What may be drawn, the best first, otherwise in the order of the file. */
    private Stream<ColumnProfile> drawable(Optional<String> category, Optional<String> taken) {
        return columns.stream().filter(this::isDrawable).filter(column -> free(column, category, taken))
                .sorted(Comparator.comparingInt(ColumnProfile::rank));
    }

    private boolean isDrawable(ColumnProfile column) {
        return (listed.isEmpty() || listed.contains(column.name()))
                && (column.kind() == ColumnKind.NUMBER || column.kind() == ColumnKind.TIME) && column.filled() > 0;
    }

    private boolean isSpareClass(ColumnProfile column) {
        return column.isFewNumbers()
                && drawable(Optional.of(column.name()), Optional.empty())
                        .filter(other -> other.rank() < ColumnProfile.NO_MEASURE).count() >= 2;
    }

    private static boolean free(ColumnProfile column, Optional<String> category, Optional<String> taken) {
        return !category.equals(Optional.of(column.name())) && !taken.equals(Optional.of(column.name()));
    }

    private Optional<ColumnProfile> first(Predicate<ColumnProfile> fits) {
        return columns.stream().filter(column -> free(column, named.x(), named.y()))
                .filter(column -> !listed.contains(column.name())).filter(fits).findFirst();
    }
}
