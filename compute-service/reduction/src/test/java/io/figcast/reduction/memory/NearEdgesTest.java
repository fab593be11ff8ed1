package io.figcast.reduction.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.reduction.rows.Dimension;
import io.figcast.reduction.rows.NearEdges;

class NearEdgesTest {

    @ParameterizedTest
    @ValueSource(doubles = { 0.01, 0.1, 0.25, 1, 3, 1e-7 })
    void exactNumbersLieBetweenTheBounds(double grain) {
        double start = -0.4;
        double size = 0.2;
        double[] values = new Random(1).doubles(20_000).map(value -> Math.floor(value * 10 / grain) * grain).toArray();
        Selection rows = Selection.all(values, values);
        int atEdge = 0;
        int inMiddle = 0;
        for (double value : values) {
            atEdge += (1 + (value - start) * 100 / size) % 100 < 2 ? 1 : 0;
            inMiddle += (1 + (value + size / 2 - start) * 100 / size) % 100 < 2 ? 1 : 0;
        }

        NearEdges near = rows.column(Dimension.X, rows.survey(4)).nearEdges(start, size);

        assertThat(atEdge).isBetween(near.leastAtEdge(), near.mostAtEdge());
        assertThat(inMiddle).isBetween(near.leastInMiddle(), near.mostInMiddle());
    }
}
