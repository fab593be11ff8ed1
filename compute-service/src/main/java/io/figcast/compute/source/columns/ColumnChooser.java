package io.figcast.compute.source.columns;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.figcast.compute.source.Messages;
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
    private static final int NAMES = 20;

    private final List<ColumnProfile> columns;
    private final Named named;
    private final Set<String> listed;

    /** What the dataset names itself; the rest is to be chosen. */
    public record Named(Optional<String> category, Optional<String> x, Optional<String> y) {

        public static final Named NOTHING = new Named(Optional.empty(), Optional.empty(), Optional.empty());

        public boolean everything() {
            return category.isPresent() && axes();
        }

        /** Whether nothing else is drawn unless it is listed. */
        public boolean axes() {
            return x.isPresent() && y.isPresent();
        }
    }

    /** @param listed the only columns that may be drawn beside the named ones; if none, all that fit */
    public ColumnChooser(List<ColumnProfile> columns, Named named, Collection<String> listed) {
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
    public List<String> others(ColumnChoice choice) {
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

    /** Describes the choice, and how to override it. */
    public Note note(ColumnChoice choice) {
        List<String> others = others(choice);
        String message = Messages.bounded("chose " + choice.words() + "; "
                + Messages.some(others, NAMES, "no other column")
                + " could be drawn too; category-column, x-column and y-column override this");
        Map<String, String> values = new HashMap<>();
        choice.category().ifPresent(category -> values.put("category", Messages.bounded(category)));
        choice.x().ifPresent(x -> values.put("x", Messages.bounded(x)));
        values.put("y", Messages.bounded(choice.y()));
        if (!others.isEmpty()) {
            values.put("others", Messages.bounded(Messages.some(others.subList(0, Math.min(others.size(), NAMES)), NAMES, "")));
            values.put("more", Integer.toString(Math.max(0, others.size() - NAMES)));
        }
        return new Note("COLUMNS_CHOSEN", message, values);
    }

    /** Describes listed columns that cannot be drawn. */
    public static Note unfit(List<String> columns) {
        String names = Messages.some(columns, NAMES, "none");
        return new Note("COLUMNS_UNFIT", Messages.bounded("columns names what cannot be drawn: " + names),
                Map.of("columns", Messages.bounded(names)));
    }

    /** What was found in each column. */
    public List<String> found() {
        return columns.stream().map(ColumnProfile::words).toList();
    }

    private Optional<String> category() {
        return first(column -> isLabel(column) && column.distinct() <= FEW && repeats(column, 2))
                .or(() -> first(column -> isLabel(column) && column.distinct() <= MANY && repeats(column, OFTEN)))
                .or(() -> first(column -> isSpareClass(column) && !column.isYear()))
                .or(() -> first(column -> isLabel(column) && column.distinct() <= MANY && repeats(column, 2)))
                .or(() -> first(this::isSpareClass))
                .map(ColumnProfile::name);
    }

    private Optional<String> x(Optional<String> category) {
        Optional<String> time = drawable(category, named.y()).filter(column -> column.kind() == ColumnKind.TIME)
                .findFirst().map(ColumnProfile::name);
        List<ColumnProfile> best = drawable(category, named.y()).limit(2).toList();
        boolean betterIsY = named.y().isEmpty() && best.size() == 2 && rank(best.get(0)) < rank(best.get(1));
        return time.or(() -> best.stream().skip(betterIsY ? 1 : 0).findFirst().map(ColumnProfile::name));
    }

    private Optional<String> y(Optional<String> category, Optional<String> x) {
        return drawable(category, x).findFirst().map(ColumnProfile::name);
    }

    /** What may be drawn, the best first, otherwise in the order of the file. */
    private Stream<ColumnProfile> drawable(Optional<String> category, Optional<String> taken) {
        return columns.stream().filter(this::isDrawable).filter(column -> free(column, category, taken))
                .sorted(Comparator.comparingInt(ColumnChooser::rank));
    }

    private static int rank(ColumnProfile column) {
        if (column.isConstant()) {
            return 4;
        }
        if (column.isMeasure()) {
            return column.isFewNumbers() ? 1 : 0;
        }
        return column.isYear() ? 2 : 3;
    }

    private boolean isDrawable(ColumnProfile column) {
        return (listed.isEmpty() || listed.contains(column.name()))
                && (column.kind() == ColumnKind.NUMBER || column.kind() == ColumnKind.TIME) && column.filled() > 0;
    }

    private static boolean isLabel(ColumnProfile column) {
        return (column.kind() == ColumnKind.TEXT || column.kind() == ColumnKind.BOOLEAN) && !column.isConstant();
    }

    private boolean isSpareClass(ColumnProfile column) {
        return column.isFewNumbers()
                && drawable(Optional.of(column.name()), Optional.empty()).filter(other -> rank(other) < 3).count() >= 2;
    }

    private static boolean repeats(ColumnProfile column, int times) {
        return column.filled() >= times * column.distinct();
    }

    private static boolean free(ColumnProfile column, Optional<String> category, Optional<String> taken) {
        return !category.equals(Optional.of(column.name())) && !taken.equals(Optional.of(column.name()));
    }

    private Optional<ColumnProfile> first(Predicate<ColumnProfile> fits) {
        return columns.stream().filter(column -> free(column, named.x(), named.y()))
                .filter(column -> !listed.contains(column.name())).filter(fits).findFirst();
    }
}
