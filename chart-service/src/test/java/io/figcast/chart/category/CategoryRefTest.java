package io.figcast.chart.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CategoryRefTest {

    private static final CategoryRef OWN = new CategoryRef("flights", "A/A");

    @Test
    void keyNamesOtherAxesPercentEncoded() {
        assertThat(OWN.recordKey()).isEqualTo("flights/A/A");
        assertThat(new CategoryRef("flights", "A/A", new Axes("Größe (m²)*~", "a&y=b/c")).recordKey())
                .isEqualTo("flights?x=Gr%C3%B6%C3%9Fe%20%28m%C2%B2%29%2A~&y=a%26y%3Db%2Fc/A/A");
    }

    /** The contract's example of a signal names the second one. */
    @Test
    void sliceOfOtherAxesHasAnIdOfItsOwn() {
        assertThat(OWN.sliceId("6f0c")).isEqualTo("131601a62ba4bbfeffd052eae4198d491ac7f4d03b04d51f6361cfd4f3f6d3e3");
        assertThat(new CategoryRef("flights", "AA", new Axes("distance", "delay")).sliceId("6f0c"))
                .isEqualTo("00dce5fed94edc156e2cea9c77979002ae44763e2d542b8891990d7c2bc29404");
    }

    @Test
    void columnIsNoEmptyNorEndlessText() {
        assertThatThrownBy(() -> new Axes("", "y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Axes("x", "y".repeat(257))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Axes("\ud800", "y")).isInstanceOf(IllegalArgumentException.class);
    }
}
