package io.figcast.chart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.Axes;

class CatalogueTest {

    private final Catalogue flights = TestCatalogues.withChoice("flights", "f", "AA");

    @Test
    void oneSliceHasOneIdentityHoweverItsAxesAreNamed() {
        assertThat(flights.axes(null, null)).isEmpty();
        assertThat(flights.axes("date", null)).isEmpty();
        assertThat(flights.axes("date", "delay")).isEmpty();
        assertThat(flights.axes("distance", null)).contains(new Axes("distance", "delay"));
        assertThat(flights.axes("distance", "delay")).contains(new Axes("distance", "delay"));
        assertThat(flights.axes(null, "distance")).contains(new Axes("date", "distance"));
    }

    @Test
    void columnThatIsNotAllowedIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> flights.axes("carrier", null)).isInstanceOf(UnknownColumnException.class)
                .hasMessage("x is carrier, which dataset flights does not allow; it allows date, delay, distance");
        assertThatThrownBy(() -> TestCatalogues.catalogue("fruit", "f").axes(null, "y"))
                .isInstanceOf(UnknownColumnException.class).hasMessageContaining("leave out x and y");
    }

    @Test
    void ownColumnsMayBeNamedWhereThereIsNoChoice() {
        Catalogue fixed = TestCatalogues.withoutChoice("fixed", "f", "AA");

        assertThat(fixed.axes("date", "delay")).isEmpty();
        assertThat(fixed.axes(null, "delay")).isEmpty();
        assertThatThrownBy(() -> fixed.axes("delay", null)).isInstanceOf(UnknownColumnException.class).hasMessage("x is delay,"
                + " which dataset fixed does not allow; it allows no other columns than its own: x date, y delay");
    }

    @Test
    void titlesBelongToTheDatasetsOwnColumns() {
        assertThat(flights.xTitle(null)).isEqualTo("width");
        assertThat(flights.xTitle(new Axes("delay", "distance"))).isEqualTo("height");
        assertThat(flights.yTitle(new Axes("delay", "distance"))).isEqualTo("distance");
    }
}
