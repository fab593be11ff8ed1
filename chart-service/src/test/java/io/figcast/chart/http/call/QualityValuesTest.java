package io.figcast.chart.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QualityValuesTest {

    @Test
    void weightsAreRead() {
        QualityValues codings = QualityValues.parse("br;q=0.9, GZIP ; q=0.5 , *;q=0.1, identity;q=0");

        assertThat(codings.of("gzip", "*", 0)).isEqualTo(0.5);
        assertThat(codings.of("deflate", "*", 0)).isEqualTo(0.1);
        assertThat(codings.of("identity", "*", 1)).isZero();
    }

    @Test
    void missingHeaderSaysNothing() {
        assertThat(QualityValues.parse(null).of("gzip", "*", 0)).isZero();
        assertThat(QualityValues.parse("").of("gzip", "*", 0.3)).isEqualTo(0.3);
    }

    @Test
    void nonsenseWeighsNothing() {
        QualityValues codings = QualityValues.parse("gzip;q=much, br;q=7, zstd;q=NaN,;q=1,,");

        assertThat(codings.of("gzip", "*", 1)).isZero();
        assertThat(codings.of("br", "*", 1)).isZero();
        assertThat(codings.of("zstd", "*", 1)).isZero();
    }
}
