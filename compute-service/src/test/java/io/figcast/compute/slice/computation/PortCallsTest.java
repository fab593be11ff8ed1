package io.figcast.compute.slice.computation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.SliceKey;

class PortCallsTest {

    private final SimWorld world = new SimWorld(1);
    private final WorldLoop loop = new WorldLoop(world);
    private final List<Throwable> crashes = new ArrayList<>();
    private final PortCalls calls = new PortCalls(loop, new Random(1), (computation, crash) -> crashes.add(crash));
    private final Computation computation = new Computation(new SliceKey("fruit", "figs", "5f0c"), loop, 1);

    /** Otherwise whoever asked would wait for ever. */
    @Test
    void errorEndsTheComputationLikeAnyOtherCrash() {
        Error error = new StackOverflowError("deep");

        calls.on(computation, () -> CompletableFuture.completedFuture(1), (result, failure) -> {
            throw error;
        });
        calls.later(computation, () -> {
            throw error;
        });
        world.runFor(Duration.ofSeconds(10));

        assertThat(crashes).containsExactly(error, error);
    }

    @Test
    void errorOfAPortIsItsAnswer() {
        Error error = new StackOverflowError("deep");
        Supplier<CompletableFuture<Integer>> port = () -> {
            throw error;
        };
        List<Throwable> answers = new ArrayList<>();

        calls.on(computation, port::get, (result, failure) -> answers.add(failure));
        world.runFor(Duration.ofSeconds(1));

        assertThat(answers).containsExactly(error);
    }
}
