package io.figcast.compute.slice.computation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ComputationListener;
import io.figcast.compute.slice.port.EventLoop;

/** One process with the production state machine in it. It can be killed, started again, frozen, and its clock set. */
final class SimReplica {

    private final SimWorld world;
    private final Referee referee;
    private final SimBroker broker;
    private final SimMemo memo;
    private final SimRuns runs;
    private final ComputationSettings settings;
    private int life;
    private Instant frozenUntil = Instant.MIN;
    private Duration skew = Duration.ZERO;
    private Computations computations;
    /** Delivered here and not answered yet: lost with the process, but still in Kafka. */
    final List<SimRequest> pending = new ArrayList<>();
    boolean up;

    SimReplica(SimWorld world, Referee referee, SimBroker broker, SimMemo memo, SimRuns runs, ComputationSettings settings) {
        this.world = world;
        this.referee = referee;
        this.broker = broker;
        this.memo = memo;
        this.runs = runs;
        this.settings = settings;
        start();
    }

    void start() {
        up = true;
        int mine = ++life;
        ComputationListener journal = new LearningListener(referee);
        computations = new Computations(memo, runs, broker.producer(() -> mine == life), new SimLoop(mine),
                () -> world.now().plus(skew), world.random, journal, settings);
    }

    void kill() {
        up = false;
        life++;
        pending.clear();
    }

    void freeze(Duration time) {
        frozenUntil = world.now().plus(time);
    }

    boolean frozen() {
        return world.now().isBefore(frozenUntil);
    }

    void setClock(Duration off) {
        skew = off;
    }

    void deliver(SimRequest request) {
        int mine = life;
        Instant accepted = world.now();
        pending.add(request);
        if (request.forget()) {
            var unused = computations.forget(request.ask().key())
                    .whenComplete((signal, error) -> answered(mine, request, error));
            return;
        }
        referee.accepted(request.ask());
        var unused = computations.ask(request.ask()).whenComplete((signal, error) -> {
            if (mine == life) {
                referee.check(error == null, "a flight crashed: " + error);
                referee.answered(request.ask(), accepted, signal, broker);
            }
            answered(mine, request, error);
        });
    }

    private void answered(int mine, SimRequest request, Throwable error) {
        if (mine == life) {
            referee.check(error == null, "a flight crashed: " + error);
            request.done = true;
            pending.remove(request);
        }
    }

    void atTheEnd() {
        referee.check(computations.busy() == 0, "a worker is busy for ever");
        referee.check(computations.underWay() == 0, "a flight is under way for ever");
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
