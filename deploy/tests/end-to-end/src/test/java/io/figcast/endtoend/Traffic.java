package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Requests through Kafka and HTTP, of which it is remembered what was taken and what was answered. */
final class Traffic implements AutoCloseable {

    static final int CATEGORIES = 12;
    private static final String DATASET = "chaos";
    /** A service that is there never answers otherwise, whatever it has lost. */
    private static final List<Integer> POSSIBLE = List.of(200, 202, 502, 503);

    private final Fleet fleet;
    private final Map<String, JsonNode> right = new ConcurrentHashMap<>();
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger causes = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean ended;

    Traffic(Fleet fleet) {
        this.fleet = fleet;
    }

    /** A request that Kafka or chart-service took, and when it was sent. */
    record Taken(String category, boolean forget, long sentAt) {

        private boolean isEndedBy(Wire.Signal signal) {
            return signal.category().equals(category) && signal.timestamp() >= sentAt
                    && (forget ? signal.status().equals("invalidated") : signal.isTerminal());
        }
    }

    static Stream<String> categories() {
        return IntStream.range(0, CATEGORIES).mapToObj(n -> "category " + n);
    }

    /** Asks for every category while nothing fails. */
    void learnWhatIsRight() {
        categories().forEach(category -> await().atMost(Fleet.PATIENCE).ignoreExceptions().until(() -> {
            Api.Answer answer = fleet.api(0).figures(DATASET, category, 30);
            right.put(category, answer.json().path("figures"));
            return answer.status() == 200;
        }));
    }

    /** Begins to ask, in ways that the seed decides. */
    void begin(long seed) {
        List<Future<?>> begun = new ArrayList<>();
        begun.add(threads.submit(() -> repeat(new Random(seed + 1), this::produce)));
        for (int n = 0; n < fleet.chart().size(); n++) {
            Api api = fleet.api(n);
            begun.add(threads.submit(() -> repeat(new Random(seed + 2 + begun.size()), random -> look(api, random))));
        }
    }

    /** One way of asking. */
    private interface Asking {
        void ask(Random random);
    }

    private void repeat(Random random, Asking asking) {
        while (!ended) {
            try {
                asking.ask(random);
            } catch (RuntimeException | Error unforeseen) {
                wrong.add(unforeseen.toString());
            }
            await().pollDelay(Duration.ofMillis(10 + random.nextInt(100))).until(() -> true);
        }
    }

    /** Asks no more, and waits for the answers to what was asked. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        await().atMost(Fleet.PATIENCE).until(threads::isTerminated);
    }

    private void produce(Random random) {
        Taken request = draw(random);
        causes.addAndGet(request.forget() ? 1 : 0);
        fleet.wire().request(json(request, random))
                .ifPresent(at -> taken.add(new Taken(request.category(), request.forget(), at)));
    }

    private static Taken draw(Random random) {
        return new Taken("category " + random.nextInt(CATEGORIES), random.nextInt(10) == 0, System.currentTimeMillis());
    }

    private String json(Taken request, Random random) {
        boolean refresh = !request.forget() && random.nextInt(8) == 0;
        causes.addAndGet(refresh ? 1 : 0);
        return "{\"dataset\":\"" + DATASET + "\",\"category\":\"" + request.category() + "\""
                + (request.forget() ? ",\"forget\":true" : refresh ? ",\"refresh\":true" : "") + "}";
    }

    /** While something fails there may be no answer, but no wrong one. */
    private void look(Api api, Random random) {
        Taken request = draw(random);
        try {
            if (random.nextInt(4) == 0) {
                causes.addAndGet(request.forget() ? 1 : 0);
                if (api.post("api/requests", json(request, random)) == 202) {
                    taken.add(request);
                }
            } else {
                check(request.category(), api.figures(DATASET, request.category(), random.nextInt(5)));
            }
        } catch (UncheckedIOException notThere) {
            // Killed, frozen or on its way up.
        }
    }

    private void check(String category, Api.Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        if (!POSSIBLE.contains(answer.status())) {
            wrong.add(category + " status " + answer.status() + ' ' + answer.json());
        } else if (answer.status() == 200 && !answer.json().path("figures").equals(right.get(category))) {
            wrong.add(category + " figures of version " + answer.json().path("version").asText());
        }
    }

    int accepted() {
        return taken.size();
    }

    /** Requests for which a fresh slice may have been computed again, also where Kafka's answer to them was lost. */
    int causes() {
        return causes.get();
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }

    Iterable<String> wrong() {
        return wrong;
    }

    /** Requests without an end after them. */
    List<Taken> unanswered(List<Wire.Signal> signals) {
        return taken.stream().filter(request -> signals.stream().noneMatch(request::isEndedBy)).toList();
    }

    void assertAllIsRight() {
        categories().forEach(category -> {
            for (int n = 0; n < fleet.chart().size(); n++) {
                Api.Answer answer = fleet.api(n).figures(DATASET, category, 30);
                assertThat(answer.status()).as(category).isEqualTo(200);
                assertThat(answer.json().path("state").asText()).as(category).isEqualTo("ready");
                assertThat(answer.json().path("figures")).as(category).isEqualTo(right.get(category));
            }
        });
    }
}
