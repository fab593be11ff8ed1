package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.EventLoop;
import io.figcast.compute.slice.port.ForgetRequest;

/** One process with the production state machine in it. It can be killed, started again, frozen, and its clock set. */
final class SimReplica {

    private final SimWorld world;
    private final Referee referee;
    private final SimBroker broker;
    private final SimMemo memo;
    private final SimRuns runs;
    private final SimSource source;
    private final ComputationSettings settings;
    private final List<Referee.Refresh> open = new ArrayList<>();
    private String fingerprint;
    private int life;
    private Instant frozenUntil = Instant.MIN;
    private Duration skew = Duration.ZERO;
    private Computations computations;
    /** Delivered here and not answered yet: lost with the process, but still in Kafka. */
    final List<SimRequest> pending = new ArrayList<>();
    boolean up;

    SimReplica(SimWorld world, Referee referee, SimBroker broker, SimMemo memo, SimRuns runs, SimSource source,
            ComputationSettings settings) {
        this.world = world;
        this.referee = referee;
        this.broker = broker;
        this.memo = memo;
        this.runs = runs;
        this.source = source;
        this.settings = settings;
        start();
    }

    void start() {
        up = true;
        int mine = ++life;
        look();
        computations = new Computations(
                new Ports(memo.memo(), runs.runs(() -> mine == life), broker.producer(() -> mine == life),
                        new SimLoop(mine), () -> world.now().plus(skew), world.random, key -> key.withFingerprint(fingerprint),
                        new LearningListener(referee)),
                settings);
    }

    /** Looks at the data, as it does now and then. */
    void look() {
        fingerprint = source.fingerprint();
    }

    void kill() {
        up = false;
        life++;
        pending.clear();
        open.forEach(referee::over);
        open.clear();
    }

    /** Leases may run out that it holds, and one that it asked for and hears of when it goes on. */
    void freeze(Duration time) {
        referee.excuse();
        world.after(time, referee::excuse);
        frozenUntil = world.now().plus(time);
    }

    boolean frozen() {
        return world.now().isBefore(frozenUntil);
    }

    void setClock(Duration off) {
        skew = off;
    }

    /** @param sentAway takes the request if it would have to wait and may not */
    void deliver(SimRequest request, Consumer<SimRequest> sentAway) {
        int mine = life;
        Instant accepted = world.now();
        pending.add(request);
        SliceRequest asked = request.of(fingerprint);
        if (request.forget) {
            SliceKey present = asked.key().withFingerprint(source.fingerprint());
            request.delivered(accepted);
            var unused = computations.forget(present,
                    new ForgetRequest(List.of(request.id), Set.of(fingerprint))).whenComplete((signal, error) -> {
                        if (mine == life) {
                            answered(request, error);
                            referee.forgetAnswered(request, accepted, signal,
                                    referee.isAbout(request, present.fingerprint()) ? runs.redis().version(present) : null,
                                    broker);
                        }
                    });
            return;
        }
        Referee.Refresh refresh = referee.accepted(asked);
        open.add(refresh);
        var unused = computations.ask(asked, () -> world.chance(0.9)).whenComplete((signal, error) -> {
            if (mine == life) {
                answered(request, error);
                referee.answered(asked, accepted, signal, broker);
                referee.over(refresh);
                if (signal.isEmpty()) {
                    request.done = false;
                    sentAway.accept(request);
                }
            }
        });
    }

    private void answered(SimRequest request, Throwable error) {
        referee.check(error == null, "a computation crashed: " + error);
        request.done = true;
        pending.remove(request);
    }

    void atTheEnd() {
        referee.check(computations.busy() == 0, "a worker is busy for ever");
        referee.check(computations.underWay() == 0, "a computation is under way for ever");
    }

    /** What a process does while it lives and is not frozen. */
    private final class SimLoop implements EventLoop {

        private final int mine;

        SimLoop(int mine) {
            this.mine = mine;
        }

        @Override
        public void execute(Runnable task) {
            after(Duration.ZERO, task);
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            boolean[] off = new boolean[1];
            world.after(delay, () -> run(task, off));
            return () -> off[0] = true;
        }

        private void run(Runnable task, boolean[] off) {
            if (mine != life || off[0]) {
                return;
            }
            if (frozen()) {
                world.after(Duration.between(world.now(), frozenUntil), () -> run(task, off));
            } else {
                task.run();
            }
        }
    }

    private static final class LearningListener extends QuietListener {

        private final Referee referee;

        LearningListener(Referee referee) {
            this.referee = referee;
        }

        @Override
        public void computed(SliceKey key, Manifest manifest) {
            referee.learnt(manifest);
        }
    }
}
