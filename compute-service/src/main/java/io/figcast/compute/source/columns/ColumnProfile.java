package io.figcast.compute.source.columns;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was found in a column.
 *
 * @param filled rows that have a value
 * @param distinct different values
 * @param numbers what its numbers are like; {@link Numbers#NONE} where it has none
 */
public record ColumnProfile(String name, ColumnKind kind, long filled, long distinct, Numbers numbers) {

    private static final Pattern IDENTIFIER = Pattern.compile("(row ?names?|index|no\\.?|nr\\.?|unnamed: \\d+|"
            + "(.*[^a-z])?(id|identifier|uuid|guid|key))");
    private static final Pattern CAMEL_CASE_IDENTIFIER = Pattern.compile(".*[a-z](Id|ID)");
    private static final Pattern CODE = Pattern
            .compile("(.*[^a-z])?(code|zip|zip ?code|post ?code|fips|phone|isbn|number)");
    private static final Pattern YEAR = Pattern.compile("(.*[^a-z])?(year|yr)s?");
    private static final int FEW = 12;
    private static final int TIMES = 5;
    private static final int MEASURE = 0;
    private static final int FEW_NUMBERS = 1;
    private static final int YEARS = 2;
    /** The rank of what only names something. */
    static final int NO_MEASURE = 3;
    private static final int CONSTANT = 4;

    /**
     * The numbers of a column.
     *
     * @param whole whether all are whole
     * @param leadingZero whether one is written with a leading zero, as codes are
     */
    public record Numbers(boolean whole, double min, double max, boolean leadingZero) {

        public static final Numbers NONE = new Numbers(false, Double.NaN, Double.NaN, false);
    }

    /** Numbered rows, keys and their like. */
    boolean isIdentifier() {
        return kind == ColumnKind.NUMBER && numbers.whole && (runs() || IDENTIFIER.matcher(lowerCaseName()).matches()
                || CAMEL_CASE_IDENTIFIER.matcher(name).matches());
    }

    /** Numbers that only name something. */
    boolean isCode() {
        return kind == ColumnKind.NUMBER && numbers.whole
                && (numbers.leadingZero || CODE.matcher(lowerCaseName()).matches());
    }

    boolean isYear() {
        return kind == ColumnKind.NUMBER && numbers.whole && numbers.min >= 1000 && numbers.max <= 2200
                && (YEAR.matcher(lowerCaseName()).matches() || numbers.min >= 1700 && numbers.max <= 2100);
    }

    boolean isConstant() {
        return distinct < 2;
    }

    /** A small set of whole numbers that come again and again, as those of classes do. */
    boolean isFewNumbers() {
        return kind == ColumnKind.NUMBER && numbers.whole && !isConstant() && distinct <= FEW && filled >= TIMES * distinct;
    }

    boolean isMeasure() {
        return kind == ColumnKind.NUMBER && !isConstant() && !isIdentifier() && !isCode() && !isYear();
    }

    /** Text or a boolean that tells rows apart. */
    boolean isLabel() {
        return (kind == ColumnKind.TEXT || kind == ColumnKind.BOOLEAN) && !isConstant();
    }

    /** Whether each value is there so often on average. */
    boolean repeats(int times) {
        return filled >= times * distinct;
    }

    /** How fit it is to be drawn, the best 0. */
    int rank() {
        if (isConstant()) {
            return CONSTANT;
        }
        if (isMeasure()) {
            return isFewNumbers() ? FEW_NUMBERS : MEASURE;
        }
        return isYear() ? YEARS : NO_MEASURE;
    }

    private String lowerCaseName() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A running number: each once, without a gap, from 0 or 1. */
    private boolean runs() {
        return distinct > 2 && distinct == filled && (numbers.min == 0 || numbers.min == 1)
                && numbers.max - numbers.min + 1 == distinct;
    }

    String words() {
        String what = kind == ColumnKind.NESTED ? kind.words() : kind.words() + ", " + distinct + " different";
        return name + " (" + (filled == 0 ? "empty" : what) + ")";
    }
}
