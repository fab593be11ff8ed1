package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** Two languages, by the browser's preference and switchable. */
class LanguagesIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void aChineseBrowserIsGreetedInChinese() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setLocale("zh-CN"));
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "figs")).awaitDrawn("figs");

        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("#badge")).hasText("最新");
        assertThat(visit.status()).hasText(Pattern.compile(".*计算.*用时 [\\d.]+(秒|毫秒).*2,000 行.*版本.*"));
    }

    @Test
    void theLanguageChosenOnThePageIsKept() {
        Page page = CHROMIUM.page(new Browser.NewContextOptions().setLocale("zh-CN"));
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "figs")).awaitDrawn("figs");

        page.getByLabel("语言").selectOption("en");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        visit.awaitDrawn("figs");
        page.reload();

        visit.awaitDrawn("figs");
        assertThat(page.locator("#badge")).hasText("Fresh");
    }
}
