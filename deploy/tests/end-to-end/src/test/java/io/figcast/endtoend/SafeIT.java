package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** Safe: whatever data and configuration are called, they are text. */
class SafeIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void thePolicyAllowsOurOwnFilesAndNothingInline() {
        Page page = CHROMIUM.page();
        Response response = page.navigate(FIGCAST.system().dashboard().toString());

        assertThat(response.headerValue("content-security-policy")).contains("default-src 'none'", "script-src 'self'",
                "frame-ancestors 'none'").doesNotContain("unsafe");
    }

    @Test
    void tenThousandHostileNamesAreText() {
        Page page = CHROMIUM.page();
        page.onDialog(dialog -> {
            throw new AssertionError("a name opened a dialog: " + dialog.message());
        });
        Visit visit = Visit.open(page, FIGCAST.system().dashboard().resolve("?dataset=hostile"));
        visit.says(page.locator("#category-count"), "10,000 categories");

        // Every name is on screen once, in the list that shows only what is in sight.
        Number seen = (Number) page.evaluate("""
                async () => {
                  const list = document.getElementById('category-choices');
                  const names = new Set();
                  for (let top = 0; top <= list.scrollHeight; top += list.clientHeight) {
                    list.scrollTop = top;
                    do {
                      await new Promise(requestAnimationFrame);
                      await new Promise(requestAnimationFrame);
                    } while (list.querySelector('[aria-busy=true]'));
                    list.querySelectorAll('.name').forEach(name => names.add(name.textContent));
                  }
                  return names.size;
                }""");

        assertThat(seen.intValue()).isEqualTo(10_000);
        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(page.locator("#category-choices :is(img, script, a, b)")).hasCount(0);
    }

    @Test
    void eachKindOfHostileNameIsDrawnComparedTakenAndForgottenAsText() {
        Page page = CHROMIUM.page();
        for (int i : List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)) {
            String name = TestDatasets.hostileName(i);
            Visit visit = Visit.open(page, FIGCAST.page("hostile", name));
            visit.awaitBadge("fresh");
            assertThat(page.locator("#shown-name")).hasText(name,
                    new LocatorAssertions.HasTextOptions().setUseInnerText(false));
            visit.button("Show the data of Scatter as a table").click();
            page.keyboard().press("Escape");
            visit.button("More").click();
            visit.button("Forget").click();
            visit.says(page.locator("#question-title"), name.strip().substring(0, 3));
            visit.button("Cancel").click();
        }
        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(page.locator(".plot a, .plot image[href^=javascript]")).hasCount(0);
    }
}
