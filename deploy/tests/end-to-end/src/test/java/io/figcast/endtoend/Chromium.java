package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import io.figcast.testing.Program;

/**
 * A real Chromium for a test class, each page in a context of its own. A test fails if a page wrote an error to its
 * console, which is where violations of the Content-Security-Policy appear too, or threw one that nobody caught.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private final List<Pattern> expected = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path executable = Program.CHROMIUM.require();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
    }

    /** A page in a new context, as of another visitor. */
    Page page() {
        return page(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
    }

    Page page(Browser.NewContextOptions options) {
        if (browser == null) {
            throw new IllegalStateException("no browser before the tests begin");
        }
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> problems.add("uncaught: " + error));
        return page;
    }

    /** Lets a test provoke errors on purpose, such as those of a connection that is lost. */
    void expect(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> unexpected = problems.stream()
                .filter(problem -> expected.stream().noneMatch(pattern -> pattern.matcher(problem).find())).toList();
        problems.clear();
        expected.clear();
        assertThat(unexpected).as("errors on the browser's console").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
