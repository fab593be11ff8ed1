package io.figcast.chart.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

class RowMemoryTest {

    private static final long HALF = 50;
    private static final Slice ROWS = new Slice(new double[1], new double[1]);

    private final RowMemory memory = new RowMemory(100, 2, Duration.ofMinutes(1));
    private final List<String> read = new ArrayList<>();

    @Test
    void rowsAreReadOnceHoweverManyUseThem() {
        CompletableFuture<Slice> reading = new CompletableFuture<>();
        CompletableFuture<Slices.Use> first = memory.use(key("a"), HALF, () -> reading);
        CompletableFuture<Slices.Use> second = memory.use(key("a"), HALF, () -> {
            throw new IllegalStateException("read twice");
        });
        reading.complete(ROWS);

        assertThat(first.join().slice()).isSameAs(second.join().slice());
        assertThat(memory.bytes()).isEqualTo(HALF);
    }

    @Test
    void whatIsNoLongerUsedStaysUntilRoomIsNeeded() {
        use("a").join().close();
        use("b").join().close();
        use("a").join().close();
        assertThat(read).containsExactly("a", "b");

        use("c").join().close();
        use("a").join().close();

        assertThat(read).as("the longest unused had to go").containsExactly("a", "b", "c");
        assertThat(memory.bytes()).isEqualTo(100);
    }

    @Test
    void whatIsUsedOrBeingReadStaysAndOthersWaitForIt() {
        Slices.Use used = use("a").join();
        CompletableFuture<Slice> reading = new CompletableFuture<>();
        CompletableFuture<Slices.Use> second = memory.use(key("b"), HALF, () -> reading);
        CompletableFuture<Slices.Use> third = use("c");
        assertThat(third).as("there is room for two").isNotDone();

        used.close();

        assertThat(third).isCompleted();
        assertThat(second).isNotDone();
        assertThat(memory.bytes()).isEqualTo(100);
    }

    @Test
    void whoHasWaitedLongestComesFirst() {
        Slices.Use used = memory.use(key("a"), 100, () -> CompletableFuture.completedFuture(ROWS)).join();
        CompletableFuture<Slices.Use> large = memory.use(key("b"), 100, () -> CompletableFuture.completedFuture(ROWS));
        CompletableFuture<Slices.Use> small = use("c");

        used.close();

        assertThat(large).isCompleted();
        assertThat(small).isNotDone();
        large.join().close();
        assertThat(small).isCompleted();
    }

    @Test
    void smallOnesThatFitPassALargeOneThatWaitsButNotForEver() {
        RowMemory large = new RowMemory(100, 10, Duration.ofMinutes(1));
        Slices.Use used = large.use(key("a"), 70, () -> CompletableFuture.completedFuture(ROWS)).join();
        CompletableFuture<Slices.Use> waiting = large.use(key("b"), 80, () -> CompletableFuture.completedFuture(ROWS));

        List<CompletableFuture<Slices.Use>> small = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            small.add(large.use(key("small " + i), 10, () -> CompletableFuture.completedFuture(ROWS)));
        }
        assertThat(small.subList(0, 2)).allMatch(CompletableFuture::isDone);
        assertThat(small.subList(2, 4)).as("others have passed already").noneMatch(CompletableFuture::isDone);

        used.close();
        assertThat(waiting).as("those that passed are in use").isCompleted();
        assertThat(small.get(2)).as("the next large one has not been passed yet").isNotDone();
        small.get(0).join().close();
        assertThat(small.get(2)).isCompleted();
    }

    @Test
    void tooManyDoNotWait() {
        Slices.Use used = memory.use(key("a"), 100, () -> CompletableFuture.completedFuture(ROWS)).join();
        use("b");
        use("c");

        assertThatThrownBy(use("d")::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(NoRoomException.class);
        used.close();
    }

    @Test
    void nobodyWaitsForEver() {
        RowMemory impatient = new RowMemory(100, 2, Duration.ofMillis(10));
        Slices.Use used = impatient.use(key("a"), 100, () -> CompletableFuture.completedFuture(ROWS)).join();

        assertThatThrownBy(impatient.use(key("b"), 100, () -> CompletableFuture.completedFuture(ROWS))::join)
                .hasCauseInstanceOf(NoRoomException.class);
        used.close();
        assertThat(impatient.use(key("c"), 100, () -> CompletableFuture.completedFuture(ROWS))).isCompleted();
    }

    @Test
    void whoGivesUpLetsThoseBehindInForWhomThereIsRoom() {
        RowMemory impatient = new RowMemory(100, 2, Duration.ofMillis(50));
        Slices.Use used = impatient.use(key("a"), 60, () -> CompletableFuture.completedFuture(ROWS)).join();
        CompletableFuture<Slices.Use> large = impatient.use(key("b"), 90, () -> CompletableFuture.completedFuture(ROWS));
        CompletableFuture<Slices.Use> small = impatient.use(key("c"), 10, () -> CompletableFuture.completedFuture(ROWS));

        assertThatThrownBy(large::join).hasCauseInstanceOf(NoRoomException.class);
        assertThat(small.join()).isNotNull();
        used.close();
    }

    @Test
    void whatCouldNotBeReadTakesNoRoom() {
        assertThatThrownBy(
                memory.use(key("a"), 100, () -> CompletableFuture.failedFuture(new SliceBrokenException("gone")))::join)
                .hasCauseInstanceOf(SliceBrokenException.class);

        assertThat(memory.bytes()).isZero();
        assertThat(use("a")).isCompleted();
    }

    @Test
    void whatIsForgottenGoesUnlessItIsUsed() {
        use("a").join().close();
        Slices.Use used = use("b").join();

        memory.forget("a");
        memory.forget("b");

        assertThat(memory.bytes()).isEqualTo(HALF);
        used.close();
        assertThat(memory.bytes()).isZero();
    }

    @Test
    void whoDoesNotWantItAnyMoreGivesItBackAtOnce() {
        Slices.Use used = memory.use(key("a"), 100, () -> CompletableFuture.completedFuture(ROWS)).join();
        CompletableFuture<Slices.Use> abandoned = use("b");
        abandoned.cancel(false);
        used.close();

        assertThat(memory.use(key("c"), 100, () -> CompletableFuture.completedFuture(ROWS))).isCompleted();
    }

    private CompletableFuture<Slices.Use> use(String name) {
        return memory.use(key(name), HALF, () -> {
            read.add(name);
            return CompletableFuture.completedFuture(ROWS);
        });
    }

    private static RowMemory.Key key(String slice) {
        return new RowMemory.Key(slice, "v1");
    }
}
