package io.figcast.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

/** What a visitor does on the page and sees there, by its labels. */
record Visit(Page page) {

    static final double PATIENCE = 40_000;

    static Visit open(Page page, URI address) {
        page.navigate(address.toString());
        return new Visit(page);
    }

    DashboardPage dashboard() {
        return new DashboardPage(page);
    }

    Visit awaitDrawn(String category) {
        dashboard().awaitDrawn(category);
        return this;
    }

    void awaitBadge(String badge) {
        assertThat(page.locator("#badge")).hasAttribute("data-badge", badge,
                new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator combobox(String name) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name));
    }

    /** The entry of the list of categories that bears this name. */
    Locator option(String name) {
        return page.locator("#category-choices [role=option]", new Page.LocatorOptions().setHas(
                page.locator(".name", new Page.LocatorOptions().setHasText(name))));
    }

    /** The switch that pauses live changes. */
    Locator live() {
        return page.getByRole(AriaRole.SWITCH);
    }

    /** The version of what is on screen, whole. */
    String version() {
        return status().locator("span").last().getAttribute("title");
    }

    /** Waits until another version is on screen than that one. */
    void awaitOtherThan(String version) {
        assertThat(status().locator("[title='" + version + "']")).hasCount(0,
                new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }

    Locator status() {
        return page.locator("#status");
    }

    Locator notices() {
        return page.locator("#notices");
    }

    Locator toast() {
        return page.locator("#toast");
    }

    void says(Locator locator, String text) {
        assertThat(locator).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** Leaves the fields, so that single keys act. */
    void leaveFields() {
        page.evaluate("document.activeElement.blur()");
    }

    /** Drags a rectangle over a part of a figure. */
    void drag(String kind, double fromX, double fromY, double toX, double toY) {
        BoundingBox box = page.locator("#card-" + kind + " .plot[data-side=main] .nsewdrag").boundingBox();
        page.mouse().move(box.x + box.width * fromX, box.y + box.height * fromY);
        page.mouse().down();
        page.mouse().move(box.x + box.width * (fromX + toX) / 2, box.y + box.height * (fromY + toY) / 2);
        page.mouse().move(box.x + box.width * toX, box.y + box.height * toY);
        page.mouse().up();
    }

    void doubleClick(String kind) {
        BoundingBox box = page.locator("#card-" + kind + " .plot[data-side=main] .nsewdrag").boundingBox();
        page.mouse().dblclick(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** The ranges of both axes of every plot on screen, as text. */
    @SuppressWarnings("unchecked")
    List<String> ranges() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('.plot')].filter(plot => plot.data && !plot.hidden)
                  .map(plot => [plot._fullLayout.xaxis, plot._fullLayout.yaxis]
                    .map(axis => axis.range.map(value => value.toFixed(3))).join(' '))""");
    }

    /** How many points and bins the figures were made of, by kind. */
    @SuppressWarnings("unchecked")
    Map<String, String> reductions() {
        return (Map<String, String>) page.evaluate("""
                () => Object.fromEntries([...document.querySelectorAll('.card')]
                  .map(card => [card.dataset.kind, card.querySelector('.reduction').textContent]))""");
    }

    Map<String, String> query() {
        return java.util.Arrays.stream(URI.create(page.url()).getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(part -> part[0],
                        part -> java.net.URLDecoder.decode(part[1], java.nio.charset.StandardCharsets.UTF_8)));
    }
}
