package io.figcast.chart.figure.plotly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;

/**
 * The plotly that the service ships, in a real browser.
 */
final class Plotly implements AutoCloseable {

    private final Chromium chromium;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Plotly(Chromium chromium) {
        this.chromium = chromium;
        page = chromium.browser().newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.setContent("<!doctype html><html><body></body></html>");
        page.evaluate(resource("/assets/plotly/plotly.js"));
        page.evaluate(resource("/plotly/drawing.js"));
    }

    static Plotly start() {
        return new Plotly(Chromium.start());
    }

    /** What the script of {@code drawing.js} by that name answers. */
    Object call(String function, Object argument) {
        return page.evaluate("argument => drawing." + function + "(argument)", argument);
    }

    /** The same; what Plotly answers as an object. */
    @SuppressWarnings("unchecked")
    Map<String, Object> ask(String function, Object argument) {
        return (Map<String, Object>) call(function, argument);
    }

    /** What the browser's console said, and forgets it. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    @Override
    public void close() {
        chromium.close();
    }

    private static String resource(String name) {
        try (InputStream in = Plotly.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
