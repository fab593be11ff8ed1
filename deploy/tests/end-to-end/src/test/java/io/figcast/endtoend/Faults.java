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

    private final Fleet fleet;
    private final Random random;
    private int happened;

    Faults(Fleet fleet, long seed) {
        this.fleet = fleet;
        this.random = new Random(seed);
    }

    /** Lets something fail and be there again. */
    String next() {
        List<Fault> together = draw();
        happened += together.size();
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

    private List<Fault> draw() {
        List<Fault> possible = new ArrayList<>(List.of(kafka(), redis()));
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
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Fault(name + " killed", shortly(), replica::kill, replica::start);
            case 2 -> new Fault(name + " stopped", shortly(), () -> replica.stop(STOPPING), replica::start);
            default -> new Fault(name + " frozen", random.nextBoolean() ? LONG : shortly(), replica::pause, replica::resume);
        };
    }

    private Fault redis() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Fault("Redis flushed", Duration.ZERO, this::flush, NOTHING);
            case 2 -> killed("Redis", fleet.redis());
            default -> frozen("Redis", fleet.redis());
        };
    }

    private Fault kafka() {
        return random.nextInt(3) == 0 ? frozen("Kafka", fleet.kafka()) : killed("Kafka", fleet.kafka());
    }

    private Fault killed(String name, LocalServer server) {
        return new Fault(name + " killed", shortly(), server::kill, server::start);
    }

    private Fault frozen(String name, LocalServer server) {
        return new Fault(name + " frozen", random.nextInt(4) == 0 ? LONG : shortly(), server::pause, server::resume);
    }

    private Duration shortly() {
        return Duration.ofMillis(200 + random.nextInt(3_800));
    }

    private void flush() {
        assertThat(new RedisServer(fleet.redis().address()).tell("FLUSHALL")).isEqualTo("+OK");
    }

    private static void last(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(60)).until(() -> true);
    }
}
