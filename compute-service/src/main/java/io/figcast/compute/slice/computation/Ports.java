package io.figcast.compute.slice.computation;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ComputationListener;
import io.figcast.compute.slice.port.EventLoop;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.Signals;

/**
 * What surrounds the state machine.
 *
 * @param present the key of the same category for its dataset's data as last seen; from memory
 */
public record Ports(Memo memo, Runs runs, Signals signals, EventLoop loop, InstantSource clock, RandomGenerator random,
        UnaryOperator<SliceKey> present, ComputationListener listener) {
}
