package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import io.figcast.local.server.LocalServer;

/** What goes wrong in a fleet, as a seed decides: mostly one part of it at a time, sometimes two or three together. */
final class Faults {

    /** Longer than the lease and than Kafka's patience with a consumer, so that others take over. */
    private static final Duration LONG = Duration.ofSeconds(12);
    private static final Duration STOPPING = Duration.ofSeconds(40);
    private static final Runnable NOTHING = () -> {
    };

    /** Runs that one process has under way at the most. */
    private static final int WORKERS = 4;

    private final Fleet fleet;
    private final ChaosData data;
    private final Random random;
    private int happened;
    private int cost;

    Faults(Fleet fleet, ChaosData data, long seed) {
        this.fleet = fleet;
        this.data = data;
        this.random = new Random(seed);
    }

    /** Lets something fail and be there again. */
    String next() {
        List<Fault> together = draw();
        happened += together.size();
        cost += together.stream().mapToInt(Fault::cost).sum();
        together.forEach(fault -> fault.begin().run());
        last(together.stream().map(Fault::time).max(Comparator.naturalOrder()).orElseThrow());
        together.forEach(fault -> fault.end().run());
        last(Duration.ofMillis(random.nextInt(3_000)));
        String what = together.stream().map(Fault::what).collect(Collectors.joining(", "));
        assertThat(fleet.replicas()).as("after: " + what).allMatch(Replica::isAlive);
        return what;
    }

    /** Faults that have happened; of those that come together each counts. */
    int happened() {
        return happened;
    }

    /** How many computations these faults may have cost at the most. */
    int cost() {
        return cost;
    }

    private List<Fault> draw() {
        List<Fault> possible = new ArrayList<>(List.of(kafka(), redis(), link(), file(), file(), database()));
        for (int n = 0; n < fleet.compute().size(); n++) {
            possible.add(replica("compute-service " + n, fleet.compute().get(n)));
        }
        for (int n = 0; n < fleet.chart().size(); n++) {
            possible.add(replica("chart-service " + n, fleet.chart().get(n)));
        }
        Collections.shuffle(possible, random);
        double together = random.nextDouble();
        return possible.subList(0, together < 0.7 ? 1 : together < 0.9 ? 2 : 3);
    }

    private Fault replica(String name, Replica replica) {
        int runs = name.startsWith("compute") ? WORKERS : 0;
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Fault(name + " killed", shortly(), runs, replica::kill, replica::start);
            case 2 -> new Fault(name + " stopped", shortly(), runs, () -> replica.stop(STOPPING), replica::start);
            default -> new Fault(name + " frozen", random.nextBoolean() ? LONG : shortly(), runs, replica::pause,
                    replica::resume);
        };
    }

    /** What Redis has lost is computed again where it is asked for again: the few categories that everybody asks for. */
    private Fault redis() {
        int slices = 3 * ChaosData.FEW + fleet.compute().size() * WORKERS;
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Fault("Redis flushed", Duration.ZERO, slices, () -> tell("FLUSHALL"), NOTHING);
            case 2 -> new Fault("Redis evicts", shortly(), 2 * slices, this::evict, () -> tell("CONFIG SET maxmemory 0"));
            case 3, 4 -> killed("Redis", slices, fleet.redis());
            default -> frozen("Redis", fleet.compute().size() * WORKERS, fleet.redis());
        };
    }

    private void evict() {
        tell("CONFIG SET maxmemory-policy allkeys-random");
        tell("CONFIG SET maxmemory 3mb");
    }

    /** Slower than some time-outs, or swallowing what is on its way without a word to either end. */
    private Fault link() {
        Link link = fleet.link();
        int runs = fleet.compute().size() * WORKERS;
        return random.nextBoolean() ? new Fault("link to Redis swallows", Duration.ZERO, runs, link::swallow, NOTHING)
                : new Fault("link to Redis slow", shortly(), runs,
                        () -> link.delay(Duration.ofMillis(20 + random.nextInt(400))), () -> link.delay(Duration.ZERO));
    }

    private Fault file() {
        int slices = 2 * ChaosData.FEW + fleet.compute().size() * WORKERS;
        if (random.nextBoolean()) {
            return new Fault("file replaced", Duration.ofMillis(random.nextInt(3_000)), slices, data::replace, NOTHING);
        }
        int[] before = new int[1];
        return new Fault("file replaced and put back", Duration.ofMillis(random.nextInt(1_500)), slices,
                () -> before[0] = data.replace(), () -> data.putBack(before[0]));
    }

    private Fault database() {
        return new Fault("PostgreSQL frozen", random.nextInt(3) == 0 ? LONG : shortly(), ChaosData.FEW,
                data.postgres()::pause, data.postgres()::resume);
    }

    private Fault kafka() {
        return random.nextInt(3) == 0 ? frozen("Kafka", 0, fleet.kafka()) : killed("Kafka", 0, fleet.kafka());
    }

    private Fault killed(String name, int cost, LocalServer server) {
        return new Fault(name + " killed", shortly(), cost, server::kill, server::start);
    }

    private Fault frozen(String name, int cost, LocalServer server) {
        return new Fault(name + " frozen", random.nextInt(4) == 0 ? LONG : shortly(), cost, server::pause, server::resume);
    }

    private Duration shortly() {
        return Duration.ofMillis(200 + random.nextInt(3_800));
    }

    private void tell(String command) {
        assertThat(new RedisServer(fleet.redis().address()).tell(command)).as(command).isEqualTo("+OK");
    }

    private static void last(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(60)).until(() -> true);
    }
}
