package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** The accessibility checker axe-core, as npm brought it for the tests of the page. */
final class Axe {

    private static final String SOURCE = read();

    private Axe() {
    }

    /** Fails if the page as it stands breaks a rule of WCAG 2.2 AA that a machine can check, in light or in dark colours. */
    static void check(Page page, String state) {
        check(page, state, "html");
    }

    /** The same for a part of the page, such as a menu that covers half a button for as long as it is open. */
    static void check(Page page, String state, String part) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SOURCE);
        }
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(violations(page, part)).as(state + ", " + scheme).isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page, String part) {
        return (List<String>) page.evaluate("""
                async part => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                  const { violations } = await axe.run(part, { runOnly: tags });
                  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
                }""", part);
    }

    private static String read() {
        try {
            return Files.readString(StartCommand.ROOT.resolve("chart-service/node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
