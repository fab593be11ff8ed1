package io.figcast.reduction.rows;

/**
 * How many values lie within a hundredth of a bin's edge and of a bin's middle, as bounds between which the exact numbers
 * lie.
 */
public record NearEdges(int leastAtEdge, int mostAtEdge, int leastInMiddle, int mostInMiddle) {

    public static NearEdges exactly(int atEdge, int inMiddle) {
        return new NearEdges(atEdge, atEdge, inMiddle, inMiddle);
    }

    /** Whether a value lies within a hundredth of an edge, by Plotly's own formula. */
    public static boolean isNearEdge(double value, double start, double size) {
        double hundredths = 1 + (value - start) * 100 / size;
        if (!(hundredths >= 0 && hundredths < 1e15)) {
            return hundredths % 100 < 2;
        }
        // What % does for doubles takes as long as ten divisions. The quotient may be one too large or too small here, the
        // subtraction is exact.
        double remainder = hundredths - (long) (hundredths * 0.01) * 100.0;
        return remainder >= 0 && remainder < 2 || remainder >= 100 && remainder < 102;
    }
}
