package io.figcast.chart.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at the page, as far as the shell depends on it.
 *
 * @param language one of the page's languages: the one chosen on the page, else the first that the browser prefers
 * @param theme {@code light} or {@code dark} where chosen on the page, {@code system} where the system decides
 */
public record Visitor(String language, String theme) {

    static final List<String> LANGUAGES = List.of("en", "zh-CN");
    private static final List<String> THEMES = List.of("light", "dark");

    static Visitor of(@Nullable String chosenLanguage, @Nullable String chosenTheme, List<Locale> preferred) {
        String language = chosenLanguage != null && LANGUAGES.contains(chosenLanguage)
                ? chosenLanguage
                : preferred.stream().flatMap(Visitor::languageFor).findFirst().orElse("en");
        return new Visitor(language, chosenTheme != null && THEMES.contains(chosenTheme) ? chosenTheme : "system");
    }

    private static Stream<String> languageFor(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> Locale.forLanguageTag(language).getLanguage().equals(locale.getLanguage()));
    }
}
