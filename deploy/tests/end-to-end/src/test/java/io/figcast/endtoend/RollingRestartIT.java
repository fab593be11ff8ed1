package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

import io.figcast.testing.Program;

/** Two replicas of either service behind a reverse proxy, stopped and started one by one while people use them. */
class RollingRestartIT {

    private static final List<String> FRUIT = List.of("apples", "oranges", "figs", "pineapples");
    private static final int USERS = 6;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static Fleet fleet;
    private static Nginx nginx;

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @BeforeAll
    static void start() {
        Path server = Program.NGINX.require();
        fleet = new Fleet(2, Map.of("figcast.datasets.fruit.simulated-cost", "3s")).start();
        nginx = new Nginx(server, Path.of("target", "nginx").toAbsolutePath(), fleet.chart());
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void nobodyNoticesThatReplicasAreRestartedOneByOne() throws InterruptedException {
        // What the browser says of a stream that ends; it opens another by itself.
        CHROMIUM.expect("net::ERR_|Failed to load resource");
        Page page = CHROMIUM.page();
        Visit visit = Visit.open(page, nginx.uri().resolve("?category=apples")).awaitDrawn("apples");
        page.evaluate("window.neverReloaded = true");
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        for (int user = 0; user < USERS; user++) {
            int first = user;
            users.execute(() -> use(first));
        }

        restart(fleet.compute());
        restart(fleet.chart());

        over.set(true);
        users.shutdown();
        assertThat(users.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
        assertThat(answers.get()).as("answers").isGreaterThan(100);
        for (String category : FRUIT) {
            assertThat(fleet.computations("fruit", category)).as("computations of " + category).isEqualTo(1);
        }
        refreshedPageShows(visit);
    }

    /** A category after the other, cold at first, as long as the restarts take. */
    private void use(int first) {
        Api api = new Api(nginx.uri());
        for (int n = first; !over.get(); n++) {
            String category = FRUIT.get(n % FRUIT.size());
            try {
                Api.Answer answer = api.figures("fruit", category, 30);
                // 202: a replica that ends does not let anybody wait; who asks again gets the answer from the other one.
                if (answer.status() != 200 && answer.status() != 202) {
                    failures.add(category + ": " + answer.status() + " " + answer.json());
                }
                int posted = api.post("api/requests", "{\"category\":\"" + category + "\"}");
                if (posted != 202) {
                    failures.add("POST " + category + ": " + posted);
                }
                answers.incrementAndGet();
            } catch (RuntimeException e) {
                failures.add(category + ": " + e);
            }
        }
    }

    private static void restart(List<Replica> replicas) {
        for (Replica replica : replicas) {
            replica.stop(Duration.ofSeconds(60));
            assertThat(replica.exitCode()).as("ended by itself").isEqualTo(143);
            replica.start();
            await("the replica is ready again").atMost(Fleet.PATIENCE).until(replica::isReady);
        }
    }

    /** The page that was open all the time still lives: what others refresh appears on it. */
    private static void refreshedPageShows(Visit visit) {
        Page page = visit.page();
        String shown = visit.status().textContent();
        assertThat(fleet.wire().request("{\"category\":\"apples\",\"refresh\":true}")).isPresent();
        // The version is part of the status; a page that missed the signal would show the old one for ever.
        page.waitForFunction("""
                before => { const version = text => /version (\\S+)/.exec(text)?.[1];
                  const now = version(document.querySelector('#status').textContent);
                  return now && now !== version(before); }""", shown, new Page.WaitForFunctionOptions().setTimeout(60_000));
        visit.awaitBadge("fresh");
        assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    }
}
