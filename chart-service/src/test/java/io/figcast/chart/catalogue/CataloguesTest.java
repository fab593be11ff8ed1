package io.figcast.chart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CataloguesTest {

    @Test
    void anEmptiedRedisDoesNotSayThatThereAreNoDatasets() {
        Catalogues catalogues = new Catalogues();

        catalogues.replace(List.of(), Set.of());

        assertThat(catalogues.isKnown()).isFalse();
    }

    @Test
    void aDatasetWhoseCatalogueIsNotThereYetMayBeAsked() {
        Catalogues catalogues = new Catalogues();

        catalogues.replace(List.of(TestCatalogues.catalogue("fruit", "5f0c", "figs")), Set.of("stocks"));

        assertThat(catalogues.lacks("stocks")).isFalse();
        assertThat(catalogues.lacks("fruit")).isFalse();
        assertThat(catalogues.lacks("cars")).isTrue();
        assertThat(catalogues.areComplete()).isFalse();
    }
}
