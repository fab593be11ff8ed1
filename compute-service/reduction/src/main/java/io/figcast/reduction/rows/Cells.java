package io.figcast.reduction.rows;

import java.util.OptionalDouble;

/**
 * A column cut into cells narrower than a size that matters, which finds the smallest difference between distinct values
 * without sorting them: as soon as two distinct values are found in one cell, it is smaller than the size. If that never
 * happens, the cells hold at most one distinct value each, and their least and greatest values are all that is needed.
 *
 * @param origin where the first one begins
 * @param perUnit how many there are to a unit
 * @param count how many there are
 * @param roundingError values that differ by no more are taken for the same
 * @param wholeRange from the least value to the greatest
 */
public record Cells(double origin, double perUnit, double count, double roundingError, double wholeRange) {

    /**
     * The cells for a size.
     *
     * @param spread of a column whose values differ
     */
    public static Cells of(Spread spread, double size) {
        double cells = Math.floor(spread.range() / (size / 4) + 1) + 1;
        return new Cells(spread.least(), (cells - 1) / spread.range(), cells, roundingError(spread), spread.range());
    }

    public static double roundingError(Spread spread) {
        return wholeRange(spread) / Math.max(1, spread.count() - 1) / 10000;
    }

    /** From the least value to the greatest, as Plotly has it where there is only one. */
    public static double wholeRange(Spread spread) {
        return spread.range() == 0 ? 1 : spread.range();
    }

    /**
     * The smallest difference, of the least and the greatest values of cells in their order. A cell without values may be
     * among them; its least value is greater than its greatest one.
     *
     * @return empty if it is smaller than the size
     */
    public OptionalDouble smallestGap(double[] least, double[] greatest) {
        double gap = wholeRange;
        double last = origin;
        for (int cell = 0; cell < least.length; cell++) {
            if (least[cell] - last > roundingError && least[cell] <= greatest[cell]) {
                gap = Math.min(gap, least[cell] - last);
                last = least[cell];
            } else if (greatest[cell] - last > roundingError) {
                // A value distinct from the last one by hardly more than a rounding error.
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(gap);
    }
}
