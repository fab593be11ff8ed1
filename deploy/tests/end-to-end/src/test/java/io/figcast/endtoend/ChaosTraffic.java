package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Requests through Kafka and HTTP while things fail. It is remembered what was taken, and every answer is looked at. */
final class ChaosTraffic implements AutoCloseable {

    /** A service that is there never answers otherwise, whatever it has lost. */
    private static final List<Integer> POSSIBLE = List.of(200, 202, 502, 503);

    private final Fleet fleet;
    private final ChaosData data;
    private final SignalLog log;
    private final int many;
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger repetitions = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean ended;

    ChaosTraffic(Fleet fleet, ChaosData data, SignalLog log) {
        this(fleet, data, log, ChaosData.MANY);
    }

    /** @param many how many of the categories of which each request has its own, before the first one comes again */
    ChaosTraffic(Fleet fleet, ChaosData data, SignalLog log, int many) {
        this.many = many;
        this.fleet = fleet;
        this.data = data;
        this.log = log;
    }

    /** A request that Kafka or chart-service took, and when it was sent. */
    record Taken(String dataset, int category, String kind, long sentAt) {

        private boolean isEndedBy(Wire.Signal signal) {
            return signal.timestamp() >= sentAt
                    && (kind.equals("forget") ? signal.status().equals("invalidated") : signal.isTerminal());
        }

        private String json() {
            return "{\"dataset\":\"" + dataset + "\",\"category\":\"" + ChaosData.name(category) + "\""
                    + (kind.isEmpty() ? "" : ",\"" + kind + "\":true") + "}";
        }
    }

    /** Begins to ask, in ways that the seed decides. */
    void begin(long seed) {
        steadily(seed);
        threads.submit(() -> repeat(new Random(seed + 2), 4_000, this::arrive));
    }

    /** The same without categories that are new. */
    void steadily(long seed) {
        threads.submit(() -> repeat(new Random(seed + 1), 120, this::produce));
        for (int n = 0; n < fleet.chart().size(); n++) {
            Api api = fleet.api(n);
            Random random = new Random(seed + 3 + n);
            threads.submit(() -> repeat(random, 120, r -> look(api, r)));
        }
    }

    /** One way of asking. */
    private interface Asking {
        void ask(Random random);
    }

    private void repeat(Random random, int pause, Asking asking) {
        while (!ended) {
            try {
                asking.ask(random);
            } catch (UncheckedIOException notThere) {
                // Killed, frozen or on its way up.
            } catch (RuntimeException | Error unforeseen) {
                wrong.add(unforeseen.toString());
            }
            await().pollDelay(Duration.ofMillis(pause / 10 + random.nextInt(pause))).atMost(Duration.ofSeconds(60))
                    .until(() -> true);
        }
    }

    /** Asks no more, and waits for the answers to what was asked. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        await().atMost(Fleet.PATIENCE).until(threads::isTerminated);
    }

    private Taken draw(Random random) {
        int kind = random.nextInt(100);
        String dataset = kind < 45 ? ChaosData.SHARED : kind < 85 ? ChaosData.EACH : ChaosData.DATABASE;
        int category = dataset.equals(ChaosData.EACH) ? next.getAndIncrement() % many : random.nextInt(ChaosData.FEW);
        boolean repeated = !dataset.equals(ChaosData.EACH) && random.nextInt(20) == 0;
        repetitions.addAndGet(repeated ? 1 : 0);
        return new Taken(dataset, category, !repeated ? "" : random.nextBoolean() ? "refresh" : "forget",
                System.currentTimeMillis());
    }

    private void produce(Random random) {
        Taken request = draw(random);
        fleet.wire().request(request.json()).ifPresent(at -> taken.add(request));
    }

    /** Whoever loads data may ask for it at once. */
    private void arrive(Random random) {
        int n = arrived.incrementAndGet();
        data.arrive(n);
        Taken request = new Taken(ChaosData.ARRIVALS, n, "", System.currentTimeMillis());
        fleet.wire().request(request.json()).ifPresent(at -> taken.add(request));
    }

    /** While something fails there may be no answer, but no wrong one. */
    private void look(Api api, Random random) {
        Taken request = draw(random);
        if (!request.kind().isEmpty() || random.nextInt(5) == 0) {
            if (api.post("api/requests", request.json()) == 202) {
                taken.add(request);
            }
        } else {
            check(request, api.figures(request.dataset(), ChaosData.name(request.category()), random.nextInt(5)));
        }
    }

    private void check(Taken request, Api.Answer answer) {
        statuses.merge((answer.status() + " " + answer.json().path("code").asText()).strip(), 1, Integer::sum);
        if (!POSSIBLE.contains(answer.status())) {
            wrong.add(request + " status " + answer.status() + ' ' + answer.json());
        } else if (answer.status() == 200) {
            String what = data.wrongWith(request.dataset(), request.category(), answer.json());
            if (!what.isEmpty()) {
                wrong.add(request + ": " + what);
            }
        }
    }

    int accepted() {
        return taken.size();
    }

    /** Requests for which a fresh slice may have been computed again, also where Kafka's answer to them was lost. */
    int repetitions() {
        return repetitions.get();
    }

    int arrived() {
        return arrived.get();
    }

    /** How many categories were asked for that nobody had asked for. */
    int each() {
        return Math.min(next.get(), many);
    }

    /** How many answers had which status and code. */
    Map<String, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    Collection<String> wrong() {
        log.rejects().forEach(reject -> wrong.add("rejected: " + reject));
        return wrong;
    }

    /** Requests without an end after them. */
    List<Taken> unanswered() {
        return taken.stream().filter(request -> StreamSupport
                .stream(log.of(request.dataset(), ChaosData.name(request.category())).spliterator(), false)
                .noneMatch(request::isEndedBy)).toList();
    }

    /** Every replica answers with what lies in the sources now. */
    void assertAllIsRight() {
        for (int n = 0; n < fleet.chart().size(); n++) {
            Api api = fleet.api(n);
            for (int category = 0; category < ChaosData.FEW; category++) {
                assertThat(data.isPresent(assertRight(api, ChaosData.SHARED, category))).as("of the present file").isTrue();
                assertRight(api, ChaosData.DATABASE, category);
                assertRight(api, ChaosData.EACH, category);
            }
            new ArrayList<>(List.of(1, Math.max(1, arrived() / 2), arrived()))
                    .forEach(category -> assertRight(api, ChaosData.ARRIVALS, category));
        }
    }

    private com.fasterxml.jackson.databind.JsonNode assertRight(Api api, String dataset, int category) {
        Api.Answer answer = api.figures(dataset, ChaosData.name(category), 30);
        assertThat(answer.status()).as("%s %s %s", dataset, category, answer.json()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).as("%s %s", dataset, category).isEqualTo("ready");
        assertThat(data.wrongWith(dataset, category, answer.json())).as("%s %s", dataset, category).isEmpty();
        return answer.json();
    }
}
