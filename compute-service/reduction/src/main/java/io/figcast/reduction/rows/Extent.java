package io.figcast.reduction.rows;

/**
 * The least and the greatest value of some rows, where they are first found, and sums of the values' distances from a pivot.
 *
 * @param leastPlace the first place with the least value
 * @param greatestPlace the first place with the greatest value
 * @param sum of the distances
 * @param squares the sum of their squares
 */
public record Extent(double least, double greatest, long leastPlace, long greatestPlace, double sum, double squares) {

    /** That of no rows. */
    public static final Extent NONE = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0, 0, 0);

    /** The same with rows that lie behind these. */
    public Extent plus(Extent later) {
        boolean isLess = later.least < least;
        boolean isGreater = later.greatest > greatest;
        return new Extent(isLess ? later.least : least, isGreater ? later.greatest : greatest,
                isLess ? later.leastPlace : leastPlace, isGreater ? later.greatestPlace : greatestPlace,
                sum + later.sum, squares + later.squares);
    }

    public double range() {
        return greatest - least;
    }
}
