package io.figcast.chart.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class VisitorTest {

    @Test
    void theFirstLanguageThatThePageSpeaksIsTaken() {
        assertThat(Visitor.of(null, null, List.of(Locale.GERMAN, Locale.SIMPLIFIED_CHINESE, Locale.UK)).language())
                .isEqualTo("zh-CN");
        assertThat(Visitor.of(null, null, List.of(Locale.forLanguageTag("zh-TW"))).language()).isEqualTo("zh-CN");
        assertThat(Visitor.of(null, null, List.of(Locale.FRENCH)).language()).isEqualTo("en");
    }

    @Test
    void theLanguageChosenOnThePageGoesFirst() {
        assertThat(Visitor.of("en", null, List.of(Locale.SIMPLIFIED_CHINESE)).language()).isEqualTo("en");
    }

    @Test
    void whatNobodyOffersIsIgnored() {
        Visitor visitor = Visitor.of("tlh", "\"><script>", List.of());
        assertThat(visitor).isEqualTo(new Visitor("en", "system"));
    }

    @Test
    void aThemeChosenOnThePageIsKept() {
        assertThat(Visitor.of(null, "dark", List.of()).theme()).isEqualTo("dark");
    }
}
