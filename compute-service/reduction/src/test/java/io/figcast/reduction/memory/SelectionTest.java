package io.figcast.reduction.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.figcast.reduction.rows.Points;

class SelectionTest {

    private static final int COUNT = 60_000;
    private static final double[] X = new Random(1).doubles(COUNT).toArray();
    private static final double[] Y = new Random(2).doubles(COUNT).toArray();

    private final RowsWithin within = RowsWithin.of(X, Y, new RowsWithin.Borders(0.2, 0.7, 0, 0.5));
    private final int[] expected = IntStream.range(0, COUNT)
            .filter(row -> X[row] >= 0.2 && X[row] <= 0.7 && Y[row] <= 0.5).toArray();

    @Test
    void rowsWithinARectangleKeepTheirOrder() {
        assertThat(within.count()).isEqualTo(expected.length);
        assertThat(within.toPoints().x()).isEqualTo(Arrays.stream(expected).mapToDouble(row -> X[row]).toArray());
        assertThat(within.toPoints().y()).isEqualTo(Arrays.stream(expected).mapToDouble(row -> Y[row]).toArray());
    }

    @Test
    void rowsArePickedByTheirRank() {
        int[] ranks = { 0, 1, 5_000, 5_001, expected.length - 1 };

        Points picked = within.pick(ranks);

        assertThat(picked.x()).isEqualTo(Arrays.stream(ranks).mapToDouble(rank -> X[expected[rank]]).toArray());
    }

    @Test
    void partsAreSeenOnceAndInOrder() {
        StringBuilder seen = new StringBuilder();

        within.visit(3_000, 7_000, block -> {
            seen.append(block.rank()).append("+").append(block.to() - block.from()).append(' ');
            return true;
        });

        int rank = 3_000;
        for (String block : seen.toString().trim().split(" ")) {
            assertThat(Integer.parseInt(block.split("\\+")[0])).isEqualTo(rank);
            rank += Integer.parseInt(block.split("\\+")[1]);
        }
        assertThat(rank).isEqualTo(7_000);
    }

    @Test
    void aRectangleAroundEverythingHoldsAllRows() {
        assertThat(Selection.within(X, Y, -1, 2, -1, 2)).isEqualTo(Selection.all(X, Y));
    }
}
