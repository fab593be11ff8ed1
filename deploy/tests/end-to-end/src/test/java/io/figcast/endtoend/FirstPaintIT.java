package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** The warm page: its first paint waits for neither plotly nor figures, and a second visit takes next to nothing. */
class FirstPaintIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String MEASURES = """
            () => {
              const all = [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')];
              const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
              const plotly = all.find(entry => /\\/plotly-\\w+\\.js$/.test(entry.name));
              return {
                paint: Math.round(paint), requests: all.length, bytes: all.reduce((sum, entry) => sum + entry.transferSize, 0),
                plotly: Math.round(plotly.responseEnd), shell: performance.getEntriesByType('navigation')[0].transferSize,
              };
            }""";

    @Test
    @SuppressWarnings("unchecked")
    void aWarmPageIsPaintedBeforePlotlyIsThere() {
        FIGCAST.api().figures("fruit", "apples", 30);
        Page page = CHROMIUM.page();
        Visit visit = Visit.open(page, FIGCAST.page("fruit", "apples")).awaitDrawn("apples");
        Map<String, Number> first = (Map<String, Number>) page.evaluate(MEASURES);
        page.reload();
        visit.awaitDrawn("apples");
        Map<String, Number> second = (Map<String, Number>) page.evaluate(MEASURES);

        System.out.println("First visit " + first + ", second visit " + second);
        assertThat(first.get("shell").intValue()).isLessThan(10_000);
        assertThat(second.get("shell").intValue()).as("nothing but a 304").isLessThan(1_000);
        assertThat(first.get("requests").intValue()).isLessThanOrEqualTo(12);
        assertThat(first.get("bytes").intValue()).isLessThan(640_000);
        assertThat(second.get("bytes").intValue()).isLessThan(60_000);
        assertThat(second.get("paint").intValue()).isLessThan(2_000);
    }
}
