package io.figcast.chart.figure.plotly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoverTextTest {

    @Test
    void valuesAreNamedByTheAxesTitles() {
        assertThat(HoverText.ofRow(Axes.ofNumbers(new AxisTitles("bill length", "嘴深"))).template())
                .isEqualTo("bill length: %{x}<br>嘴深: %{y}<extra></extra>");
    }

    @Test
    void titlesNeitherBecomeMarkupNorTemplates() {
        assertThat(HoverText.literally("<a href=\"javascript:0\">&lt;</a> %{x} $x$"))
                .isEqualTo("&lt;a href=\"javascript:0\"&gt;&amp;lt;&lt;/a&gt; &#37;&#123;x&#125; &#36;x&#36;");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(HoverText.literally("a\ud83c")).isEqualTo("a\ufffd");
        assertThat(HoverText.literally("🍎")).isEqualTo("🍎");
    }
}
