package io.figcast.reduction.memory;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How the rows are shared out among the processor's cores.
 */
public final class Shares {

    /** Below so many rows handing out costs more than it saves. */
    private static final int WORTH_SHARING = 100_000;
    private static final int MOST = 8;

    private Shares() {
    }

    /** How many shares are worth it for so many rows. */
    public static int of(int rows) {
        return rows < WORTH_SHARING ? 1 : Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }

    /** The outcome of each share, in order. */
    public static <T> List<T> each(int shares, IntFunction<T> work) {
        IntStream numbers = IntStream.range(0, shares);
        return (shares == 1 ? numbers : numbers.parallel()).mapToObj(work).toList();
    }

    /** Where a share begins if the whole is cut into equal shares. */
    public static int begin(int share, int shares, int whole) {
        return (int) ((long) whole * share / shares);
    }
}
