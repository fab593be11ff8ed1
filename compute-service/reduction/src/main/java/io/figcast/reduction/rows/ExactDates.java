package io.figcast.reduction.rows;

/**
 * How many times are exact; years are months, months are days.
 */
public record ExactDates(int years, int months, int days) {
}
