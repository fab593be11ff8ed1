package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page that is only looked at does by itself. */
class ByItselfIT {

    @RegisterExtension
    static final SharedFigcast FIGCAST = new SharedFigcast();
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void whatTurnsStaleWhileItIsLookedAtIsRefreshedUnlessChangesArePaused() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("brief", "moment")).awaitDrawn("moment");
        visit.live().click();
        visit.awaitBadge("stale");
        String stale = visit.version();

        visit.live().click();

        visit.awaitOtherThan(stale);
        visit.awaitBadge("fresh");
    }

    @Test
    void aHiddenPageAsksOnlyWhenItIsSeenAgain() {
        Visit visit = Visit.open(CHROMIUM.page(), FIGCAST.page("brief", "moment")).awaitDrawn("moment");
        see(visit, "hidden");
        visit.awaitBadge("stale");
        String stale = visit.version();

        see(visit, "visible");

        visit.awaitOtherThan(stale);
    }

    @Test
    void aConnectionThatBrokeWithoutAWordIsNoticedAndMadeAgain() {
        try (SwallowingProxy proxy = SwallowingProxy.before(FIGCAST.system().dashboard())) {
            Visit visit = Visit.open(CHROMIUM.page(), proxy.through(FIGCAST.page("penguins", "Chinstrap")))
                    .awaitDrawn("Chinstrap");
            String before = visit.version();
            CHROMIUM.expect("ERR_");
            proxy.swallowOpenStreams();
            FIGCAST.system().produce("{\"dataset\":\"penguins\",\"category\":\"Chinstrap\",\"refresh\":true}");

            visit.awaitOtherThan(before);
            visit.awaitBadge("fresh");
            assertThat(proxy.streams()).isGreaterThan(1);
        }
    }

    private static void see(Visit visit, String state) {
        visit.page().evaluate("""
                state => {
                  for (const [name, value] of [['visibilityState', state], ['hidden', state === 'hidden']]) {
                    Object.defineProperty(document, name, { configurable: true, get: () => value });
                  }
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", state);
    }
}
