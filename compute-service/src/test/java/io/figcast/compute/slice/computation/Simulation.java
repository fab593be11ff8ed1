package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;

/**
 * Some minutes in the life of several replicas under one seed: requests of all kinds while processes crash and freeze,
 * clocks jump, Redis and Kafka go away and come back with or without their data. Then everything heals, and every
 * request must come to its end.
 */
final class Simulation {

    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final List<String> FINGERPRINTS = List.of("5f0c", "a1", "b2", "c3");
    private static final long TROUBLED_MILLIS = 60_000;

    private final SimWorld world;
    private final Referee referee;
    private final SimRedis redis;
    private final SimBroker broker;
    private final List<SimReplica> replicas = new ArrayList<>();
    private final List<SimRequest> requests = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private final SimSource source = new SimSource();
    private final SliceLimits limits;

    Simulation(long seed, Set<SimRedis.Defect> defects) {
        world = new SimWorld(seed);
        referee = new Referee(world);
        redis = new SimRedis(world, referee, defects);
        double trouble = world.chance(0.3) ? 0 : world.random.nextDouble() * 0.2;
        broker = new SimBroker(world, trouble);
        Duration ttl = world.chance(0.5) ? Duration.ofHours(8) : world.between(5_000, 60_000);
        limits = new SliceLimits(ttl, ttl.multipliedBy(3).dividedBy(4), Duration.ofSeconds(10), 1_000);
        int workers = world.random.nextInt(1, 4);
        ComputationSettings settings = new ComputationSettings(workers, world.random.nextInt(1, workers + 1),
                world.random.nextInt(1, 9), Duration.ofSeconds(8),
                Duration.ofMillis(300), world.between(500, 30_000), 0.1, Duration.ofSeconds(2));
        for (int i = world.random.nextInt(1, 4); i > 0; i--) {
            replicas.add(new SimReplica(world, referee, broker, new SimMemo(world, redis, referee, trouble),
                    new SimRuns(world, redis, source, referee, trouble), source, settings));
        }
        for (int i = world.chance(0.5) ? world.random.nextInt(1, 4) : world.random.nextInt(4, 9); i > 0; i--) {
            String category = "category-" + i;
            categories.add(category);
            FINGERPRINTS.forEach(fingerprint -> redis.know(new SliceKey("fruit", category, fingerprint)));
        }
    }

    /** Runs it, and tells its referee. */
    Referee run() {
        for (int i = world.random.nextInt(3); i > 0; i--) {
            world.after(moment(), this::all);
        }
        for (int i = world.random.nextInt(2, 20); i > 0; i--) {
            world.after(moment(), this::request);
        }
        if (world.chance(0.8)) {
            for (int i = world.random.nextInt(0, 8); i > 0; i--) {
                world.after(moment(), this::fault);
            }
        }
        world.after(Duration.ofMillis(2 * TROUBLED_MILLIS), this::heal);
        world.run();
        requests.forEach(request -> referee.check(request.done, "a request without an end"));
        referee.atTheEnd(broker, redis);
        replicas.forEach(SimReplica::atTheEnd);
        return referee;
    }

    private Duration moment() {
        // Many at the same moment, as when a page is opened by a class of students.
        return world.chance(0.3) ? Duration.ofMillis(1_000) : world.between(0, TROUBLED_MILLIS);
    }

    /** A batch asks for all categories, and its requests come to one replica, or to several. */
    private void all() {
        boolean refresh = world.chance(0.3);
        int one = world.random.nextInt(replicas.size());
        boolean spread = world.chance(0.3);
        categories.forEach(category -> world.after(world.between(0, 20), () -> {
            SimRequest request = new SimRequest("request-" + requests.size(), category, limits, refresh, null, true, false);
            requests.add(request);
            deliverAgain(request, spread ? world.random.nextInt(replicas.size()) : one);
        }));
    }

    private void request() {
        String category = categories.get(world.random.nextInt(categories.size()));
        boolean refresh = world.chance(0.3);
        String ifVersion = refresh && world.chance(0.5) ? knownVersion(category) : null;
        SimRequest request = new SimRequest("request-" + requests.size(), category, limits, refresh, ifVersion,
                world.chance(0.3), !refresh && world.chance(0.15));
        requests.add(request);
        deliver(request);
        if (world.chance(request.forget ? 0.4 : 0.1)) {
            world.after(world.between(0, 20_000), () -> deliverAgain(request));
        }
    }

    private String knownVersion(String category) {
        String known = "never-there";
        for (SimBroker.Announced announced : broker.log) {
            if (announced.signal().key().category().equals(category) && announced.signal().available() != null) {
                known = announced.signal().available().version();
            }
        }
        return known;
    }

    private void deliver(SimRequest request) {
        if (!request.done) {
            deliverAgain(request);
        }
    }

    /** As after a rebalance, which does not know what was done already. */
    private void deliverAgain(SimRequest request) {
        deliverAgain(request, world.random.nextInt(replicas.size()));
    }

    private void deliverAgain(SimRequest request, int which) {
        SimReplica replica = replicas.get(which);
        if (replica.up && !replica.frozen()) {
            replica.deliver(request, sentAway -> world.after(Duration.ofSeconds(1), () -> deliver(sentAway)));
        } else {
            world.after(Duration.ofSeconds(1), () -> deliver(request));
        }
    }

    private void fault() {
        SimReplica replica = replicas.get(world.random.nextInt(replicas.size()));
        switch (world.random.nextInt(9)) {
            case 0 -> kill(replica);
            case 1 -> freeze(replica);
            case 2 -> replica.setClock(world.between(-3_600_000, 3_600_000));
            case 3 -> redis.flush();
            case 4 -> {
                referee.excuse();
                redis.away = true;
                boolean emptied = world.chance(0.3);
                world.after(world.between(100, 20_000), () -> {
                    redis.away = false;
                    referee.excuse();
                    if (emptied) {
                        redis.flush();
                    }
                });
            }
            case 5 -> {
                broker.away = true;
                world.after(world.between(100, 20_000), () -> broker.away = false);
            }
            case 6 -> {
                for (int i = world.random.nextInt(1, 6); i > 0; i--) {
                    redis.evict(world.random.nextInt(1_000));
                }
            }
            default -> replaceData();
        }
    }

    /** Another file, and perhaps soon the old one again; replicas see it when they look. */
    private void replaceData() {
        String before = source.fingerprint();
        replace(FINGERPRINTS.get(world.random.nextInt(FINGERPRINTS.size())));
        if (world.chance(0.5)) {
            world.after(world.between(0, 4_000), () -> replace(before));
        }
    }

    private void replace(String fingerprint) {
        source.replace(fingerprint);
        replicas.forEach(replica -> world.after(world.between(0, 10_000), replica::look));
    }

    private void kill(SimReplica replica) {
        if (replica.up) {
            List<SimRequest> unanswered = List.copyOf(replica.pending);
            replica.kill();
            world.after(world.between(500, 10_000), replica::start);
            unanswered.forEach(request -> world.after(SESSION, () -> deliver(request)));
        }
    }

    private void freeze(SimReplica replica) {
        Duration time = world.between(100, 25_000);
        replica.freeze(time);
        if (time.compareTo(SESSION) > 0) {
            // Kafka gives its partitions to others, while it will go on with what it had.
            List.copyOf(replica.pending).forEach(request -> world.after(SESSION, () -> deliver(request)));
        }
    }

    private void heal() {
        referee.excuse();
        redis.away = false;
        broker.away = false;
    }
}
