package io.figcast.chart.figure.plotly;

/**
 * How much of a slice (or of a region of it) a figure shows.
 *
 * @param rows how many rows there are
 * @param shown how many of them the figure shows; a binned figure shows all that it counts
 * @param method by which they were chosen
 * @param coarse whether the bins are wider than Plotly would have chosen, which would have been too many to draw
 * @param ordered whether a line goes through the rows in the order of x, in which they did not come
 */
public record Shown(int rows, int shown, Method method, boolean coarse, boolean ordered) {

    public static Shown all(int rows) {
        return of(rows, rows, Method.ALL);
    }

    public static Shown of(int rows, int shown, Method method) {
        return new Shown(rows, shown, method, false, false);
    }

    public Shown orderedByX() {
        return new Shown(rows, shown, method, coarse, true);
    }

    /** What was done with the rows of a large slice. */
    public enum Method {
        ALL("all"),
        BINS("bins"),
        SAMPLE("sample"),
        DECIMATED("decimated");

        private final String wireName;

        Method(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
