package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Page;

/** The accessibility checker axe-core, as npm brought it for the tests of the page. */
final class Axe {

    private static final String SOURCE = read();

    private Axe() {
    }

    /** Fails if the page as it stands breaks a rule of WCAG 2.2 AA that a machine can check. */
    static void check(Page page, String state) {
        check(page, state, "html");
    }

    /** The same for a part of the page, such as a menu that covers half a button for as long as it is open. */
    @SuppressWarnings("unchecked")
    static void check(Page page, String state, String part) {
        page.evaluate(SOURCE);
        List<String> violations = (List<String>) page.evaluate("""
                async part => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                  const { violations } = await axe.run(part, { runOnly: tags });
                  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
                }""", part);
        assertThat(violations).as(state).isEmpty();
    }

    private static String read() {
        try {
            return Files.readString(StartCommand.ROOT.resolve("chart-service/node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
