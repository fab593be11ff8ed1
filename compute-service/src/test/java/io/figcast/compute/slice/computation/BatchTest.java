package io.figcast.compute.slice.computation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.TooLargeException;
import io.figcast.compute.slice.port.ForgetRequest;
import io.figcast.compute.slice.port.ScanFailedException;

class BatchTest {

    private static final SliceLimits LIMITS = new SliceLimits(Duration.ofHours(8), Duration.ofHours(6), Duration.ofSeconds(60),
            1_000_000);
    private static final ComputationSettings SETTINGS = new ComputationSettings(2, 1, 16, Duration.ofSeconds(8),
            Duration.ofMillis(300), Duration.ofSeconds(30), 0.1, Duration.ofSeconds(5));
    private static final Duration A_LITTLE = Duration.ofMillis(100);

    private final SimWorld world = new SimWorld(1);
    private final Referee referee = new Referee(world);
    private final SimRedis redis = new SimRedis(world, referee, Set.of());
    private final SimBroker broker = new SimBroker(world, 0);
    private final HeldRuns runs = new HeldRuns((key, version) -> redis.store(key, version, Duration.ofMinutes(5)));
    private final CountedLoop loop = new CountedLoop(new WorldLoop(world));
    private String fingerprint = "5f0c";
    private final Computations computations = new Computations(new Ports(new SimMemo(world, redis, referee, 0).memo(), runs,
            broker.producer(() -> true), loop, world::now, world.random, key -> key.withFingerprint(fingerprint),
            new QuietListener()), SETTINGS);

    @Test
    void bulkComputationsOfOneDatasetThatWaitAreReadByOneScanAndEachHasItsOwnEnd() {
        List<CompletableFuture<Signal>> answers = waitingBehindAnother("a", "b", "c");

        assertThat(categoriesOf(1)).containsExactlyInAnyOrder("a", "b", "c");
        held("b").succeed();
        world.runFor(A_LITTLE);
        assertThat(answers.get(1)).as("waits for no other").isCompletedWithValueMatching(Signal.Ready.class::isInstance);
        assertThat(answers.get(0)).isNotDone();
        held("a").fail(new TooLargeException(1_000_000));
        held("c").succeed();
        world.runFor(A_LITTLE);

        assertThat(answers.get(0)).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().code() == FailureCode.TOO_LARGE);
        assertThat(answers.get(2)).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
        assertThat(computations.busy()).isZero();
        assertThat(loop.toCome).as("timers").isZero();
    }

    @Test
    void nothingIsReadTogetherThatCannotBe() {
        runs.shares.putAll(Map.of("huge", 1.0, "half", 0.5, "too much", 0.6));
        waitingBehindAnother("a", "huge", "half", "too much", "b");
        assertThat(categoriesOf(1)).containsExactlyInAnyOrder("a", "half", "b");

        runs.scans.get(1).forEach(HeldRuns.Held::succeed);
        world.runFor(A_LITTLE);
        assertThat(categoriesOf(2)).containsExactly("huge");
        held("huge").succeed();
        world.runFor(A_LITTLE);
        assertThat(categoriesOf(3)).containsExactly("too much");
    }

    @Test
    void datasetsTakeTurns() {
        ask("others", "occupied", true);
        world.runFor(A_LITTLE);
        ask("fruit", "a", true);
        world.runFor(A_LITTLE);
        ask("plants", "a", true);
        ask("fruit", "b", true);
        world.runFor(A_LITTLE);
        for (int i = 0; i < 2; i++) {
            runs.scans.get(i).forEach(HeldRuns.Held::succeed);
            world.runFor(A_LITTLE);
        }

        assertThat(categoriesOf(1)).containsExactlyInAnyOrder("a", "b");
        assertThat(runs.scans.get(2).get(0).key.dataset()).isEqualTo("plants");
    }

    @Test
    void aScanThatFailsIsTriedAgainWithFewerAndAtLastEachAlone() {
        String[] many = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16" };
        List<CompletableFuture<Signal>> answers = waitingBehindAnother(many);
        SourceFailedException why = new SourceFailedException("the weather is bad", null);
        held("1").succeed();
        world.runFor(A_LITTLE);
        runs.scans.get(1).stream().filter(run -> !run.key.category().equals("1"))
                .forEach(run -> run.fail(new ScanFailedException(why)));
        world.runFor(A_LITTLE);
        for (int i = 2; i < runs.scans.size(); i++) {
            List<HeldRuns.Held> scan = runs.scans.get(i);
            assertThat(scan).hasSizeLessThanOrEqualTo(2);
            scan.forEach(run -> run.fail(scan.size() > 1 ? new ScanFailedException(why) : why));
            world.runFor(A_LITTLE);
        }

        assertThat(answers.get(0)).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
        assertThat(answers.subList(1, 16)).allSatisfy(answer -> assertThat(answer).isCompletedWithValueMatching(
                signal -> signal instanceof Signal.Failed failed && failed.failure().message().equals("the weather is bad")));
        assertThat(computations.busy()).isZero();
    }

    @Test
    void aScanThatPassesItsDeadlineIsTriedAgainWithFewer() {
        waitingBehindAnother("a", "b");
        world.runFor(Duration.ofSeconds(70));

        assertThat(runs.scans.get(1)).allMatch(run -> run.cancelled);
        assertThat(categoriesOf(2)).hasSize(1);
    }

    @Test
    void aLostLeaseConcernsNoOther() {
        List<CompletableFuture<Signal>> answers = waitingBehindAnother("a", "b", "c");
        var unused = computations.forget(key("fruit", "b"), new ForgetRequest(List.of("request-1"), Set.of(fingerprint)));
        world.runFor(A_LITTLE);

        assertThat(held("b").cancelled).isTrue();
        assertThat(held("a").cancelled).isFalse();
        held("a").succeed();
        held("b").succeed();
        held("c").succeed();
        world.runFor(A_LITTLE);
        assertThat(answers.get(0)).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
        assertThat(answers.get(2)).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
        assertThat(runs.started.stream().filter(run -> run.key.category().equals("b"))).as("read again").hasSize(2);
    }

    @Test
    void changedDataConcernsAllThatHaveNotEnded() {
        List<CompletableFuture<Signal>> answers = waitingBehindAnother("a", "b", "c");
        fingerprint = "a1";
        runs.scans.get(1).forEach(run -> run.fail(new SourceChangedException("a1")));
        world.runFor(A_LITTLE);

        assertThat(runs.started.stream().skip(4)).isNotEmpty().allMatch(run -> run.key.fingerprint().equals("a1"));
        for (int i = 2; i < runs.scans.size(); i++) {
            runs.scans.get(i).forEach(HeldRuns.Held::succeed);
            world.runFor(A_LITTLE);
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValueMatching(
                signal -> signal instanceof Signal.Ready && signal.key().fingerprint().equals("a1")));
    }

    @Test
    void whoeverWaitsForACategoryOfAWaitingBatchOvertakesIt() {
        occupy();
        ask("fruit", "a", true);
        ask("fruit", "b", true);
        world.runFor(A_LITTLE);
        ask("fruit", "b", false);
        world.runFor(A_LITTLE);

        assertThat(categoriesOf(1)).containsExactly("b");
    }

    @Test
    void whoeverWaitsForACategoryThatIsBeingReadJoins() {
        waitingBehindAnother("a", "b");
        CompletableFuture<Signal> joined = ask("fruit", "b", false);
        world.runFor(A_LITTLE);
        held("b").succeed();
        world.runFor(A_LITTLE);

        assertThat(runs.started).hasSize(3);
        assertThat(joined).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
    }

    @Test
    void whatIsReadSoonIsNotAnnouncedAsBeingReadAndWhatTakesLongerIs() {
        waitingBehindAnother("a", "b");
        held("a").succeed();
        world.runFor(Duration.ofSeconds(3));

        assertThat(broker.log.stream().map(SimBroker.Announced::signal).filter(Signal.Computing.class::isInstance)
                .map(signal -> signal.key().category())).containsExactly("occupied", "b");
    }

    private void occupy() {
        ask("others", "occupied", true);
        world.runFor(A_LITTLE);
    }

    /** The worker for bulk work comes free when all of them wait for it. */
    private List<CompletableFuture<Signal>> waitingBehindAnother(String... categories) {
        occupy();
        List<CompletableFuture<Signal>> answers = List.of(categories).stream().map(category -> {
            CompletableFuture<Signal> answer = ask("fruit", category, true);
            world.runFor(A_LITTLE);
            return answer;
        }).toList();
        held("occupied").succeed();
        world.runFor(A_LITTLE);
        return answers;
    }

    private HeldRuns.Held held(String category) {
        return runs.started.stream().filter(run -> run.key.category().equals(category)).findFirst().orElseThrow();
    }

    private List<String> categoriesOf(int scan) {
        return runs.scans.get(scan).stream().map(run -> run.key.category()).toList();
    }

    private CompletableFuture<Signal> ask(String dataset, String category, boolean bulk) {
        SliceKey key = key(dataset, category);
        redis.know(key);
        return computations.ask(new SliceRequest(key, LIMITS, false, null, bulk), () -> true).thenApply(Optional::orElseThrow)
                .toCompletableFuture();
    }

    private SliceKey key(String dataset, String category) {
        return new SliceKey(dataset, category, fingerprint);
    }
}
