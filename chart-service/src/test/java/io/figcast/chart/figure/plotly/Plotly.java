package io.figcast.chart.figure.plotly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Page;

/**
 * The plotly that the service ships, in one page of a real browser that all these tests share.
 */
final class Plotly implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Plotly.class);

    private @Nullable Loaded loaded;

    /** The page with plotly in it; closed after the last test of all classes. */
    private record Loaded(Chromium chromium, Page page, List<String> complaints) implements AutoCloseable {

        static Loaded start() {
            Chromium chromium = Chromium.start();
            Page page = chromium.browser().newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(complaints::add);
            page.setContent("<!doctype html><html><body></body></html>");
            page.evaluate(resource("/assets/" + shipped("plotly.js")));
            page.evaluate(resource("/plotly/drawing.js"));
            return new Loaded(chromium, page, complaints);
        }

        @Override
        public void close() {
            chromium.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        loaded = context.getRoot().getStore(NAMESPACE).computeIfAbsent("plotly", key -> Loaded.start(), Loaded.class);
    }

    /** What the script of {@code drawing.js} by that name answers. */
    Object call(String function, Object argument) {
        return loaded().page().evaluate("argument => drawing." + function + "(argument)", argument);
    }

    /** The same; what Plotly answers as an object. */
    @SuppressWarnings("unchecked")
    Map<String, Object> ask(String function, Object argument) {
        return (Map<String, Object>) call(function, argument);
    }

    /** What the browser's console said, and forgets it. */
    List<String> complaints() {
        List<String> said = List.copyOf(loaded().complaints());
        loaded().complaints().clear();
        return said;
    }

    private Loaded loaded() {
        if (loaded == null) {
            throw new IllegalStateException("plotly is there in tests only");
        }
        return loaded;
    }

    /** Under which name the page gets it. */
    private static String shipped(String name) {
        return resource("/assets/index.txt").lines().filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1)).findFirst().orElseThrow();
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
