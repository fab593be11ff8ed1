package io.figcast.chart.category.state;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.Signal;

/** One who asks in a simulated world, and reports how it ended. */
final class SimCaller implements Caller<String> {

    private final SimWorld world;
    private final SimReferee referee;
    private final CategoryRef ref;
    final long askedNanos;
    private final long deadlineNanos;
    private boolean ended;

    SimCaller(SimWorld world, SimReferee referee, CategoryRef ref, long waitNanos) {
        this.world = world;
        this.referee = referee;
        this.ref = ref;
        this.askedNanos = world.now();
        this.deadlineNanos = world.now() + waitNanos;
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public void ready(Held<String> held, boolean stale, Signal.@Nullable Failure error) {
        end();
        referee.shown(ref, held, stale);
    }

    @Override
    public void waiting(long requestedNanos, Signal.@Nullable Run run, OptionalLong expectedMillis) {
        end();
        referee.check(world.now() >= deadlineNanos || !referee.isPatient(), "told to wait before its time is over");
        referee.leftWaiting(ref, askedNanos);
    }

    @Override
    public void failed(String code, String message, long retryAfterSeconds) {
        end();
    }

    @Override
    public void unavailable(String code, String detail) {
        end();
    }

    private void end() {
        referee.check(!ended, "a caller is told twice");
        ended = true;
        referee.check(world.now() - deadlineNanos < SimReferee.LONGEST_OVERTIME, "a caller is told long after its time");
    }
}
