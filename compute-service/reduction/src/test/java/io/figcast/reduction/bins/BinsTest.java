package io.figcast.reduction.bins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.figcast.reduction.rows.AxisType;

class BinsTest {

    private static final BinSize TENTH = new EvenSize(0.1, 0, AxisType.LINEAR);
    private static final BinSize ONE = new EvenSize(1, 0, AxisType.LINEAR);
    private static final BinSpec TENTHS = new BinSpec(-0.35, 1.25, TENTH);

    @Test
    void edgesAreMadeByRepeatedSteps() {
        EvenBins bins = (EvenBins) Bins.of(TENTHS, 100).orElseThrow();

        assertThat(bins.count()).isEqualTo(16);
        assertThat(bins.step()).isEqualTo(0.1);
        assertThat(bins.firstCentre()).isEqualTo(-0.3);
    }

    @Test
    void binsThatDoNotAdvanceAreNone() {
        assertThat(Bins.of(new BinSpec(1e17, 1e17 + 64, ONE), 100)).isEmpty();
        assertThat(Bins.of(new BinSpec(1e17, 1e17, ONE), 100)).isEmpty();
    }

    @Test
    void binsBeyondTheLimitAreNone() {
        assertThat(Bins.of(TENTHS, 16)).isPresent();
        assertThat(Bins.of(TENTHS, 15)).isEmpty();
    }

    @Test
    void valuesHardlyBelowAnEdgeBelongToTheBinAboveIt() {
        EvenBins bins = (EvenBins) Bins.of(TENTHS, 100).orElseThrow();

        assertThat(bins.indexOf(-0.25 - 1e-12)).isEqualTo(1);
        assertThat(bins.indexOf(-0.25 - 1e-9)).isZero();
    }

    @Test
    void valuesFartherFromAnEdgeThanTheToleranceHaveTheSameBinInBinsThatBeginEarlier() {
        EvenBins bins = (EvenBins) Bins.of(TENTHS, 100).orElseThrow();
        Bins wider = Bins.of(TENTHS.widened(), 100).orElseThrow();

        for (int bin = 1; bin < bins.count(); bin++) {
            double edge = -0.35 + 0.1 * (bin - 1e-9);
            double above = edge + 0.1 * bins.tolerance();
            double below = edge - 0.1 * bins.tolerance();
            assertThat(wider.indexOf(above)).isEqualTo(bins.indexOf(above) + 1).isEqualTo(bin + 1);
            assertThat(wider.indexOf(below)).isEqualTo(bins.indexOf(below) + 1).isEqualTo(bin);
        }
        assertThat(wider.count()).isEqualTo(bins.count() + 2);
    }
}
