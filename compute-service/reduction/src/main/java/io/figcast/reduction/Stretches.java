package io.figcast.reduction;

/**
 * Equally long stretches of one axis.
 *
 * @param from where the first one begins
 * @param perUnit how many there are to a unit
 * @param count how many there are
 */
public record Stretches(double from, double perUnit, int count) {

    static Stretches of(double from, double to, int count) {
        return new Stretches(from, to > from ? count / (to - from) : 0, count);
    }

    /** The number of the one that a value is in. */
    public int indexOf(double value) {
        return (int) Math.min(count - 1.0, Math.floor((value - from) * perUnit));
    }
}
