package io.figcast.chart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class CataloguesTest {

    @Test
    void anEmptiedRedisDoesNotSayThatThereAreNoDatasets() {
        Catalogues catalogues = new Catalogues();

        catalogues.replace(List.of());

        assertThat(catalogues.isKnown()).isFalse();
    }
}
