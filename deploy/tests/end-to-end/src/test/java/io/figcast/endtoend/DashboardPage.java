package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** The dashboard as a visitor sees and uses it. */
record DashboardPage(Page page) {

    private static final int PATIENCE = 40_000;

    static DashboardPage open(Page page, URI address) {
        page.navigate(address.toString());
        return new DashboardPage(page);
    }

    /** Types the category's name into the field and confirms it. */
    void choose(String category) {
        Locator field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Category"));
        field.fill(category);
        field.press("Enter");
    }

    /** Waits until all four plots of the category are drawn, by plotly itself, and the page calls them fresh. */
    void awaitDrawn(String category) {
        assertThat(page.locator("#shown-name")).containsText(category,
                new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#badge")).hasAttribute("data-badge", "fresh",
                new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        page.waitForFunction("""
                category => {
                  const plots = [...document.querySelectorAll('.plot[data-side=main]')];
                  return plots.length === 4 && plots.every(plot => plot.calcdata?.length > 0 && plot.querySelector('.main-svg')
                    && plot.getAttribute('aria-label').includes(category) && !plot.querySelector('canvas.ahead'));
                }""", category, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
    }

    /** What the page says about the category in one word, as a machine reads it: fresh, computing, failed, ... */
    Locator badge() {
        return page.locator("#badge");
    }
}
