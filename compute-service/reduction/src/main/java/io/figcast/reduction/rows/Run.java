package io.figcast.reduction.rows;

/**
 * What was found in some of the rows.
 *
 * @param x of their first column
 * @param y of their second column
 */
public record Run(Extent x, Extent y) {

    /** The same with rows that lie behind these. */
    public Run plus(Run later) {
        return new Run(x.plus(later.x), y.plus(later.y));
    }
}
