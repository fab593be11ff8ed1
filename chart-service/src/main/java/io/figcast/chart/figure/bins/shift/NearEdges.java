package io.figcast.chart.figure.bins.shift;

import io.figcast.chart.figure.rows.Spread;

/**
 * How many values lie within a hundredth of a bin's edge and of a bin's middle, as bounds between which the exact numbers
 * lie.
 */
record NearEdges(int leastAtEdge, int mostAtEdge, int leastInMiddle, int mostInMiddle) {

    static NearEdges count(Spread spread, double start, double size, double tolerance) {
        int[] counts = new int[4];
        double perSize = 1 / size;
        double surelyAtEdge = 0.01 - tolerance;
        double maybeAtEdge = 0.01 + tolerance;
        double maybeInMiddle = 0.49 - tolerance;
        double surelyInMiddle = 0.49 + tolerance;
        spread.rows().visit(0, spread.rows().count(), block -> {
            double[] values = spread.axis().of(block);
            int leastAtEdge = 0;
            int mostAtEdge = 0;
            int leastInMiddle = 0;
            int mostInMiddle = 0;
            for (int i = block.from(); i < block.to(); i++) {
                double position = (values[i] - start) * perSize;
                double fromEdge = Math.abs(position - Math.rint(position));
                leastAtEdge += fromEdge < surelyAtEdge ? 1 : 0;
                mostAtEdge += fromEdge < maybeAtEdge ? 1 : 0;
                leastInMiddle += fromEdge > surelyInMiddle ? 1 : 0;
                mostInMiddle += fromEdge > maybeInMiddle ? 1 : 0;
            }
            counts[0] += leastAtEdge;
            counts[1] += mostAtEdge;
            counts[2] += leastInMiddle;
            counts[3] += mostInMiddle;
            return true;
        });
        return new NearEdges(counts[0], counts[1], counts[2], counts[3]);
    }
}
