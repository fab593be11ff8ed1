package io.figcast.compute.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.figcast.compute.Contract;

class SliceKeyTest {

    private static final SliceKey OWN = new SliceKey("flights", "AA", "6f0c");

    @Test
    void idsAreThoseOfTheContract() {
        assertThat(new SliceKey("fruit", "figs", "5f0c").id())
                .isEqualTo(new Contract("signal").example("ready").path("slice").asText());
        assertThat(new SliceKey("flights", "AA", "6f0c", new Axes("distance", "delay")).id())
                .isEqualTo(new Contract("signal").example("ready-axes").path("slice").asText());
    }

    @Test
    void axesAreTwoColumnsInTheirOrder() {
        assertThat(new SliceKey("flights", "AA", "6f0c", new Axes("delay", "distance")).id())
                .isNotEqualTo(new SliceKey("flights", "AA", "6f0c", new Axes("distance", "delay")).id())
                .isNotEqualTo(OWN.id());
        assertThat(new SliceKey("flights", "AA", "6f0c", new Axes("a", "b")).withFingerprint("00").axes())
                .isEqualTo(new Axes("a", "b"));
    }

    @Test
    void messageKeysTellAxesApartWhateverTheirNames() {
        assertThat(OWN.messageKey()).isEqualTo("flights/AA");
        assertThat(new SliceKey("flights", "A/A", "6f0c", new Axes("a b&y=*/?~-._%+", "Größe 🍐")).messageKey())
                .isEqualTo("flights?x=a%20b%26y%3D%2A%2F%3F~-._%25%2B&y=Gr%C3%B6%C3%9Fe%20%F0%9F%8D%90/A/A");
    }

    @Test
    void aColumnHasABoundedName() {
        assertThat(Axes.isName("🍐".repeat(256))).isTrue();
        for (String name : new String[] { "", "🍐".repeat(257), "a\0b", "\ud83c" }) {
            assertThatThrownBy(() -> new Axes(name, "y")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
