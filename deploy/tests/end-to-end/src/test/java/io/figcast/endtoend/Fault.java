package io.figcast.endtoend;

import java.time.Duration;

/**
 * Something that fails for a while.
 *
 * @param what which part, and how
 * @param time how long at least, so that what is to be seen can happen
 * @param cost how many computations it may cost at the most: runs that it ends, or slices that it takes away
 */
record Fault(String what, Duration time, int cost, Runnable begin, Runnable end) {
}
