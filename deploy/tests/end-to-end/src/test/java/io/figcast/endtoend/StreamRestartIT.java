package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** A chart-service that is restarted under its event streams. */
class StreamRestartIT {

    private static final int STREAMS = 100;
    /** So many that reading them takes a restarted service longer than its clients take to come back. */
    private static final int OVERTAKEN = 5_000;
    private static final int CATEGORIES = 10;

    @Test
    void whoComesBackSeesThePresentStateFirstAndMissesNothing() {
        try (Fleet fleet = new Fleet(1, Map.of("figcast.datasets.fruit.simulated-cost", "0s")).start()) {
            fleet.wire().announce(IntStream.range(0, OVERTAKEN).mapToObj(n -> "category " + n % CATEGORIES));
            long end = fleet.wire().end();
            List<Listener> pages = listeners(fleet, false);
            List<Listener> browsers = listeners(fleet, true);
            awaitAll(pages, browsers, end);

            fleet.chart().get(0).kill();
            fleet.wire().announce(Stream.of("category 3", "category 7"));
            fleet.chart().get(0).start();
            awaitAll(pages, browsers, end + 2);

            assertThat(pages).allSatisfy(page -> assertThat(returned(page))
                    .as("one word on each category, the newest").hasSize(CATEGORIES).allMatch(id -> id > end - CATEGORIES));
            assertThat(browsers).allSatisfy(browser -> assertThat(returned(browser)).containsExactly(end + 1, end + 2));
            Stream.concat(pages.stream(), browsers.stream()).forEach(Listener::close);
        }
    }

    private static List<Listener> listeners(Fleet fleet, boolean remembering) {
        return IntStream.range(0, STREAMS / 2).mapToObj(n -> new Listener(fleet.chart().get(0).uri(), remembering)).toList();
    }

    private static void awaitAll(List<Listener> pages, List<Listener> browsers, long end) {
        await().atMost(Fleet.PATIENCE).untilAsserted(() -> assertThat(Stream.concat(pages.stream(), browsers.stream()))
                .allMatch(listener -> listener.last() == end));
    }

    /** What the newest connection brought. */
    private static List<Long> returned(Listener listener) {
        return listener.connections().get(listener.connections().size() - 1);
    }
}
