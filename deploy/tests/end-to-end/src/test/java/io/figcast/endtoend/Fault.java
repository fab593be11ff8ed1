package io.figcast.endtoend;

import java.time.Duration;

/**
 * Something that fails for a while.
 *
 * @param what which part, and how
 * @param time how long at least, so that what is to be seen can happen
 */
record Fault(String what, Duration time, Runnable begin, Runnable end) {
}
