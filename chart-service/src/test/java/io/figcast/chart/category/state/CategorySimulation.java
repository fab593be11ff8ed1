package io.figcast.chart.category.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Freshness;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.figcast.chart.category.View;

/**
 * Some minutes of one replica under one seed: callers ask while slices are computed, replaced, forgotten and evicted elsewhere,
 * signals come late or never, Redis and Kafka go away, and the topic begins anew.
 */
final class CategorySimulation implements Work<String> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long TROUBLED_MILLIS = 90_000;
    private static final Freshness LONG = new Freshness(TimeUnit.HOURS.toNanos(6), TimeUnit.HOURS.toNanos(8));

    private final SimWorld world;
    private final SimReferee referee;
    private final SimTopic topic;
    private final Categories<String> categories;
    private final List<CategoryRef> refs = new ArrayList<>();
    private final List<SimCaller> callers = new ArrayList<>();
    private final List<SimForget> forgets = new ArrayList<>();
    private final Map<String, String> redis = new HashMap<>();
    private final double trouble;
    private int numberOfForgets;
    private String fingerprint = "f0";
    private String titles = "t0";
    private boolean redisAway;
    private boolean kafkaAway;

    CategorySimulation(long seed, BiFunction<Limits, Work<String>, Categories.Begin<String>> begin) {
        world = new SimWorld(seed);
        referee = new SimReferee(world);
        topic = new SimTopic(world, this::deliver, this::topicBeganAnew);
        trouble = world.chance(0.3) ? 0 : world.random.nextDouble();
        for (int i = world.chance(0.5) ? 1 : 2; i > 0; i--) {
            refs.add(new CategoryRef("fruit", "category-" + i));
        }
        if (world.chance(0.5)) {
            refs.add(new CategoryRef("fruit", "category-1", new Axes("width", "weight")));
        }
        referee.knows(refs);
        refs.forEach(ref -> referee.sliceIs(ref, slice(ref)));
        boolean crowded = world.chance(0.2);
        if (crowded) {
            referee.crowd();
        }
        Limits limits = new Limits(PATIENCE, crowded ? 1 : 1_000, 1_000, world.chance(0.3) ? 1 : 1_000);
        categories = new Categories<>(limits, world::now, begin.apply(limits, this));
    }

    /** Runs it, and returns how often something was shown. */
    int run() {
        for (int i = world.random.nextInt(1, world.chance(0.5) ? 4 : 25); i > 0; i--) {
            world.after(moment(), this::ask);
        }
        for (int i = world.random.nextInt(0, 12); i > 0; i--) {
            world.after(moment(), () -> compute(any(), true));
        }
        if (world.chance(trouble)) {
            for (int i = world.random.nextInt(0, 10); i > 0; i--) {
                world.after(moment(), this::fault);
            }
        }
        for (long at = 2_000; at < 3 * TROUBLED_MILLIS; at += 2_000) {
            world.after(SimWorld.millis(at), categories::timePassed);
        }
        world.run();
        referee.checkAll();
        callers.forEach(caller -> referee.check(caller.isEnded(), "a caller without an end"));
        return referee.shown;
    }

    private long moment() {
        return world.chance(0.3) ? SimWorld.millis(1_000 * world.random.nextInt(1, 20)) : world.between(0, TROUBLED_MILLIS);
    }

    private CategoryRef any() {
        return refs.get(world.random.nextInt(refs.size()));
    }

    private String slice(CategoryRef ref) {
        return ref.recordKey() + "/" + fingerprint;
    }

    private String edition() {
        return fingerprint + "/" + titles;
    }

    private void ask() {
        CategoryRef ref = any();
        long wait = world.chance(0.5) ? 0 : world.chance(0.5) ? SimWorld.millis(60_000) : world.between(1, 60_000);
        SimCaller caller = new SimCaller(world, referee, ref, wait);
        callers.add(caller);
        View<String> view = categories.use(ref, world.now());
        Held<String> held = view == null ? null : view.held();
        if (held != null && held.isGood(edition(), world.now())) {
            caller.ready(held, false, null);
        } else {
            categories.asked(ref, caller, edition());
            world.after(wait + 1, () -> categories.timePassed(ref));
        }
    }

    private void fault() {
        CategoryRef ref = any();
        switch (world.random.nextInt(10)) {
            case 0, 1 -> forget(ref);
            case 2 -> redis.remove(slice(ref));
            case 3 -> awayFor(world.between(100, 8_000), true);
            case 4 -> awayFor(world.between(100, 8_000), false);
            case 5 -> {
                topic.deleteAndCreate();
                referee.trouble(world.now() + SimWorld.millis(PATIENCE.toMillis()));
            }
            case 6 -> {
                fingerprint = "f" + world.random.nextInt(1_000_000);
                categories.catalogueChanged("fruit", edition());
                refs.forEach(each -> referee.sliceIs(each, slice(each)));
            }
            case 7 -> {
                titles = "t" + world.random.nextInt(1_000_000);
                referee.titlesAre(titles);
                categories.catalogueChanged("fruit", edition());
            }
            case 8 -> {
                View<String> view = categories.view(ref);
                if (view != null && view.newest() != null) {
                    categories.signalDropped(ref, view.newest().offset());
                }
            }
            default -> {
                if (world.chance(0.1)) {
                    referee.stop();
                    categories.stop();
                }
            }
        }
    }

    private void awayFor(long nanos, boolean isRedis) {
        redisAway |= isRedis;
        kafkaAway |= !isRedis;
        referee.trouble(world.now() + nanos);
        world.after(nanos, () -> {
            redisAway &= !isRedis;
            kafkaAway &= isRedis;
        });
    }

    private void forget(CategoryRef ref) {
        String slice = slice(ref);
        SimForget forget = new SimForget("forget-" + numberOfForgets++);
        forgets.add(forget);
        CompletableFuture<Boolean> told = categories.forgotten(ref, forget.name, Duration.ofSeconds(30));
        world.after(SimWorld.millis(30_001), () -> categories.timePassed(ref));
        world.after(world.chance(0.2) ? world.between(0, 8_000) : world.between(0, 500), () -> {
            redis.remove(slice);
            forget.done();
            topic.announce(ref, Signal.Status.INVALIDATED, slice, null, referee.versions(slice), false,
                    "requests/0/" + forget.name);
            if (world.chance(0.5)) {
                compute(ref, false);
            }
        });
        CompletableFuture<?> unused = told.thenAccept(forgotten -> {
            forgets.remove(forget);
            referee.check(forgotten || referee.isStopping() || !forget.isShown(), "a forget that has shown is not noticed");
            referee.check(!forgotten || forget.isDone(), "a forget is confirmed before it was carried out");
        });
    }

    private void compute(CategoryRef ref, boolean refresh) {
        String slice = slice(ref);
        if (!refresh && redis.containsKey(slice)) {
            announce(ref, Signal.Status.READY, slice, false);
            return;
        }
        announce(ref, Signal.Status.COMPUTING, slice, false);
        world.after(world.chance(0.15) ? world.between(1, 150_000) : world.between(1, 5_000), () -> {
            if (world.chance(0.15 * trouble)) {
                announce(ref, Signal.Status.FAILED, slice, world.chance(0.3));
                return;
            }
            redis.put(slice, referee.born(slice));
            announce(ref, Signal.Status.READY, slice, false);
            if (world.chance(0.2)) {
                compute(ref, true);
            } else if (world.chance(0.1 * trouble)) {
                redis.remove(slice);
            }
        });
    }

    private void announce(CategoryRef ref, Signal.Status status, String slice, boolean ofStore) {
        topic.announce(ref, status, slice, ofStore ? null : redis.get(slice), referee.versions(slice), ofStore);
    }

    private void deliver(SimTopic.Announced announced) {
        referee.received(announced);
        forgets.forEach(forget -> forget.received(announced.signal()));
        long until = world.now() + (announced.signal().error() == null ? 0 : SimWorld.millis(3_000));
        categories.heard(new NewestSignal(announced.offset(), announced.signal(), null, world.now(), until));
    }

    private void topicBeganAnew() {
        categories.topicBeganAnew();
    }

    @Override
    public void lookUp(Lookup<String> lookup) {
        String slice = slice(lookup.ref());
        String edition = edition();
        String drawn = titles;
        referee.looks(lookup.ref());
        long reading = world.chance(0.2) ? world.between(0, 2_900) : world.between(0, 3);
        world.after(reading, () -> {
            boolean failed = redisAway;
            String version = redis.get(slice);
            boolean same = lookup.held() != null && lookup.held().edition().equals(edition)
                    && lookup.held().version().equals(version);
            boolean broken = !same && version != null && world.chance(0.05 * trouble);
            if (broken) { // and nobody announces that it is
                referee.trouble(world.now() + SimWorld.millis(PATIENCE.toMillis()));
            }
            long drawing = same ? 0 : world.chance(0.2) ? world.between(0, 3_000) : world.between(0, 10);
            world.after(drawing, () -> end(lookup, failed,
                    broken || version == null ? null
                            : new Held<>(version + " " + drawn, slice, version, edition, LONG, 1, true)));
        });
    }

    private void end(Lookup<String> lookup, boolean failed, @Nullable Held<String> found) {
        if (failed) {
            categories.notLookedUp(lookup, true, caller -> caller.unavailable("MEMO_UNAVAILABLE", "away"));
        } else if (found == null) {
            categories.missing(lookup);
        } else {
            referee.requestLedToSomething(lookup.ref());
            categories.found(lookup, found);
        }
    }

    @Override
    public void request(CategoryRef ref, long number) {
        referee.requested(ref, PATIENCE.toNanos());
        boolean failed = kafkaAway;
        world.after(world.chance(0.2) ? world.between(0, 4_000) : world.between(0, 10), () -> {
            if (failed) {
                referee.requestFailed(ref);
                categories.notSent(ref, number, "Kafka is away");
            } else {
                world.after(world.between(0, 1_000), () -> compute(ref, false));
                categories.sent(ref, number);
            }
        });
    }

    @Override
    public void refresh(CategoryRef ref, String version, long number) {
        world.after(world.between(0, 10), () -> categories.sent(ref, number));
    }

    @Override
    public void dropRows(String slice) {
        referee.check(!slice.isEmpty(), "rows without a slice");
    }
}
