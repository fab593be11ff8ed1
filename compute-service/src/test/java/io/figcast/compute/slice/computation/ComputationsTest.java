package io.figcast.compute.slice.computation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoUnavailableException;

class ComputationsTest {

    private static final SliceLimits TERMS = new SliceLimits(Duration.ofHours(8), Duration.ofHours(6), Duration.ofSeconds(60),
            1_000_000);
    private static final ComputationSettings SETTINGS = new ComputationSettings(2, 1, Duration.ofSeconds(8),
            Duration.ofMillis(300),
            Duration.ofSeconds(30), 0.1, Duration.ofSeconds(5));

    private final SimWorld world = new SimWorld(1);
    private final Referee referee = new Referee(world);
    private final SimRedis redis = new SimRedis(world, referee, Set.of());
    private final SimBroker broker = new SimBroker(world, 0);
    private final HeldRuns runs = new HeldRuns((key, version) -> redis.store(key, version, Duration.ofMinutes(5)));
    private final CountedMemo memo = new CountedMemo(new SimMemo(world, redis, 0));
    private final CountedLoop loop = new CountedLoop(new WorldLoop(world));
    private final Computations computations = replica();

    @Test
    void lateComersShareOneComputationAndItsAnswer() {
        CompletableFuture<Signal> first = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        int looks = memo.looks;
        CompletableFuture<Signal> second = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).hasSize(1);
        assertThat(memo.looks).as("who joins does not look").isEqualTo(looks);
        assertThat(first).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && !ready.memoized());
        assertThat(second.join()).isSameAs(first.join());
    }

    @Test
    void hitsDoNotWaitForWorkers() {
        ready("figs");
        ask("one");
        ask("two");
        world.runFor(Duration.ofSeconds(1));
        CompletableFuture<Signal> hit = ask("figs");
        world.runFor(Duration.ofMillis(20));

        assertThat(runs.categories()).containsExactlyInAnyOrder("figs", "one", "two");
        assertThat(hit).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && ready.memoized());
    }

    @Test
    void aLookAndTheLeaseCostOneCall() {
        ask("figs");
        world.runFor(Duration.ofSeconds(1));

        assertThat(memo.looks).isEqualTo(1);
        assertThat(runs.started).hasSize(1);
    }

    @Test
    void bulkWorkTakesNoMoreThanItsShareAndInteractiveWorkGoesFirst() {
        List.of("a", "b", "c").forEach(this::askInBulk);
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.categories()).hasSize(1);

        ask("x");
        world.runFor(Duration.ofSeconds(1));
        ask("y");
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.categories()).hasSize(2).contains("x");

        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.categories()).hasSize(3).last().isEqualTo("y");
    }

    @Test
    void whoeverWaitsForABulkComputationPromotesIt() {
        List.of("a", "b", "c").forEach(this::askInBulk);
        world.runFor(Duration.ofSeconds(1));
        String queued = List.of("a", "b", "c").stream().filter(name -> !runs.categories().contains(name)).toList().get(1);
        ask(queued);
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.categories()).hasSize(2).last().isEqualTo(queued);
    }

    @Test
    void aRunThatPassesItsDeadlineIsCancelledAndItsWorkerComesBackThoughItDoesNotReact() {
        CompletableFuture<Signal> late = ask("figs");
        world.runFor(Duration.ofSeconds(61));

        assertThat(runs.started.get(0).cancelled).isTrue();
        assertThat(late).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().code() == FailureCode.TIMED_OUT);
        assertThat(computations.busy()).isEqualTo(1);
        world.runFor(Duration.ofSeconds(6));
        assertThat(computations.busy()).isZero();
    }

    @Test
    void nothingOfARunIsKeptWhenItHasEnded() {
        ready("figs");

        assertThat(loop.toCome).as("timers, each of which would keep the run's buffers").isZero();
    }

    @Test
    void aFailedRefreshKeepsTheLastGoodSlice() {
        String version = ready("figs");
        CompletableFuture<Signal> refreshed = refresh("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(1).fail(new SourceFailedException("the weather is bad", null));
        world.runFor(Duration.ofSeconds(1));

        assertThat(refreshed).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().message().equals("the weather is bad") && failed.available().version().equals(version));
        assertThat(ask("figs")).satisfies(hit -> {
            world.runFor(Duration.ofSeconds(1));
            assertThat(hit).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
        });
    }

    @Test
    void refreshJoinsARunUnderWay() {
        CompletableFuture<Signal> plain = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        CompletableFuture<Signal> refreshed = refresh("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).hasSize(1);
        assertThat(refreshed.join()).isSameAs(plain.join());
    }

    @Test
    void aLeaseHeldElsewhereIsWaitedForWithoutAWorkerAndItsOutcomeShared() {
        Computations elsewhere = replica();
        elsewhere.ask(new SliceRequest(key("figs"), TERMS, false, null, false));
        world.runFor(Duration.ofSeconds(1));
        CompletableFuture<Signal> here = ask("figs");
        world.runFor(Duration.ofSeconds(20));
        assertThat(computations.busy()).isZero();

        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.started).hasSize(1);
        assertThat(here).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && ready.memoized());
    }

    @Test
    void whoeverWaitsForALeaseLooksNowAndThenAndNoMore() {
        replica().ask(new SliceRequest(key("figs"), TERMS, false, null, false));
        world.runFor(Duration.ofSeconds(1));
        int looks = memo.looks;
        ask("figs");
        world.runFor(SETTINGS.poll().multipliedBy(20));

        assertThat(memo.looks - looks).isBetween(10, 41);
        assertThat(runs.started).hasSize(1);
    }

    @Test
    void aRunWhoseLeaseWasLostIsEndedAndTheOutcomeOfTheNextOneShared() {
        CompletableFuture<Signal> here = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        redis.flush();
        replica().ask(new SliceRequest(key("figs"), TERMS, false, null, false));
        world.runFor(SETTINGS.lease());
        assertThat(runs.started).hasSize(2);
        assertThat(runs.started.get(0).cancelled).as("nobody computes what cannot be committed").isTrue();

        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));
        assertThat(here).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && ready.memoized());
        assertThat(runs.started).hasSize(2);
    }

    @Test
    void aRefreshThatWaitedForAWorkerSharesWhatWasRefreshedElsewhereMeanwhile() {
        String before = ready("figs");
        ask("one");
        ask("two");
        world.runFor(Duration.ofSeconds(1));
        CompletableFuture<Signal> waiting = refresh("figs");
        world.runFor(Duration.ofSeconds(1));
        refresh(replica(), "figs");
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.categories()).hasSize(4).endsWith("figs");
        runs.started.get(3).succeed();
        world.runFor(Duration.ofSeconds(1));

        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).as("computed by the other").hasSize(4);
        assertThat(waiting).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && ready.memoized()
                && !ready.manifest().version().equals(before));
    }

    @Test
    void aRefreshIsNotAnsweredByWhatWasCommittedBeforeItThoughALookOnItsWayIsOlder() {
        ready("figs");
        refresh(replica(), "figs");
        world.runFor(Duration.ofSeconds(1));
        memo.answers = new CompletableFuture<>();
        ask("figs");
        world.runFor(Duration.ofMillis(20));
        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));

        CompletableFuture<Signal> refreshed = refresh("figs");
        world.runFor(Duration.ofMillis(20));
        memo.answers.complete(null);
        world.runFor(Duration.ofSeconds(1));

        assertThat(refreshed).isNotDone();
        assertThat(runs.started).hasSize(3);
    }

    @Test
    void aCommitNamesWhatItReplacesSoThatItsChunksEndSoon() {
        String before = ready("figs");
        assertThat(memo.replaced).isNull();
        refresh("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(memo.replaced.version()).isEqualTo(before);
    }

    @Test
    void aCommitIsTriedUntilTheMemoIsThereAgain() {
        CompletableFuture<Signal> asked = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        redis.away = true;
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(2));
        redis.away = false;
        world.runFor(Duration.ofSeconds(5));

        assertThat(asked).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && !ready.memoized());
        assertThat(runs.started).hasSize(1);
    }

    @Test
    void aRunThatLostTheMemoBeginsAgainWithoutWaitingForItsOwnLease() {
        CompletableFuture<Signal> asked = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).fail(new MemoUnavailableException("while storing", null));
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).hasSize(2);
        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));
        assertThat(asked).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
    }

    @Test
    void aLookWhoseAnswerIsLostHasTakenTheLeaseForItself() {
        memo.loseAnswers = true;
        ask("figs");
        world.runFor(Duration.ofMillis(20));
        memo.loseAnswers = false;
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).hasSize(1);
    }

    @Test
    void aSliceWhoseChunksAreGoneIsNeverAnnouncedAsReady() {
        CompletableFuture<Signal> asked = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).succeedButLoseItsChunks();
        world.runFor(Duration.ofSeconds(1));

        assertThat(asked).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().code() == FailureCode.STORE_UNAVAILABLE);
    }

    @Test
    void aFailureIsRememberedExceptForARefresh() {
        ask("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).fail(new SourceFailedException("the weather is bad", null));
        world.runFor(Duration.ofSeconds(1));

        CompletableFuture<Signal> again = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.started).hasSize(1);
        assertThat(again).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().retryAfterSeconds() < SETTINGS.failureTtl().toSeconds());
        refresh("figs");
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.started).hasSize(2);
    }

    @Test
    void whatIsForgottenHasTheLastWordAlsoWhenALookIsOnItsWay() {
        ready("figs");
        memo.answers = new CompletableFuture<>();
        ask("figs");
        world.runFor(Duration.ofMillis(20));
        CompletableFuture<Signal> forgotten = computations.forget(key("figs")).toCompletableFuture();
        world.runFor(Duration.ofSeconds(1));
        memo.answers.complete(null);
        world.runFor(Duration.ofSeconds(1));

        assertThat(forgotten).isCompleted();
        assertThat(broker.log).last().satisfies(word -> assertThat(word.signal()).isInstanceOf(Signal.Invalidated.class));
    }

    @Test
    void aNextRunSaysHowLongItWillTake() {
        ready("figs");
        refresh("figs");
        world.runFor(Duration.ofSeconds(1));

        assertThat(broker.log).last().satisfies(word -> assertThat(word.signal()).isInstanceOfSatisfying(
                Signal.Computing.class, computing -> assertThat(computing.expectedMillis()).isBetween(900L, 1_100L)));
    }

    @Test
    void whatIsStaleIsComputedAgainAndNamedMeanwhile() {
        String version = ready("figs");
        world.runFor(TERMS.staleAfter());
        ask("figs");
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).hasSize(2);
        assertThat(broker.log).last().satisfies(word -> assertThat(word.signal()).isInstanceOfSatisfying(
                Signal.Computing.class, computing -> assertThat(computing.available().version()).isEqualTo(version)));
    }

    @Test
    void aVersionIsRefreshedOnlyWhileItIsThere() {
        String version = ready("figs");
        CompletableFuture<Signal> gone = refreshIf("another");
        world.runFor(Duration.ofSeconds(1));
        assertThat(gone).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && ready.memoized());
        assertThat(runs.started).hasSize(1);

        refreshIf(version);
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.started).hasSize(2);
    }

    @Test
    void slicesOfABatchLiveDifferentlyLongAndNoneTooLong() {
        ready("interactive");
        for (String category : List.of("a", "b", "c")) {
            askInBulk(category);
            world.runFor(Duration.ofSeconds(1));
            runs.started.get(runs.started.size() - 1).succeed();
            world.runFor(Duration.ofSeconds(1));
        }
        List<Duration> lives = broker.log.stream().map(SimBroker.Announced::signal).filter(Signal.Ready.class::isInstance)
                .map(signal -> ((Signal.Ready) signal).manifest())
                .map(manifest -> Duration.between(manifest.computedAt(), manifest.expiresAt())).toList();

        assertThat(lives).hasSize(4).doesNotHaveDuplicates().first().isEqualTo(TERMS.ttl());
        assertThat(lives.subList(1, 4)).allMatch(life -> life.compareTo(TERMS.ttl()) < 0
                && life.compareTo(TERMS.scaled(1 - SETTINGS.ttlJitter()).ttl()) >= 0);
    }

    @Test
    void thatARunHasBegunIsSaidOnceOrNever() {
        broker.away = true;
        CompletableFuture<Signal> asked = ask("figs");
        world.runFor(Duration.ofSeconds(3));
        broker.away = false;
        world.runFor(Duration.ofSeconds(20));
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(asked).isCompleted();
        assertThat(broker.log).extracting(SimBroker.Announced::signal).hasSize(1).first().isInstanceOf(Signal.Ready.class);
    }

    @Test
    void aRequestWaitsForAMemoThatIsAwayWithoutKeepingAWorker() {
        redis.away = true;
        ask("figs");
        world.runFor(SimMemo.TIMEOUT.plusMillis(40));
        assertThat(computations.busy()).isZero();

        redis.away = false;
        world.runFor(Duration.ofSeconds(10));
        assertThat(runs.started).hasSize(1);
    }

    @Test
    void whatTheMemoDoesNotTakeIsAFailureThatSaysSo() {
        CompletableFuture<Signal> asked = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).fail(new MemoRefusedException("OOM command not allowed", null));
        world.runFor(Duration.ofSeconds(1));

        assertThat(asked).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().code() == FailureCode.STORE_UNAVAILABLE
                && failed.failure().message().equals("OOM command not allowed"));
    }

    @Test
    void whoComesWhileTheAnswerIsOnItsWayIsAnsweredByAnother() {
        CompletableFuture<Signal> first = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        broker.away = true;
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));
        CompletableFuture<Signal> second = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        broker.away = false;
        world.runFor(Duration.ofSeconds(20));

        assertThat(first).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && !ready.memoized());
        assertThat(second).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready && ready.memoized());
        assertThat(runs.started).hasSize(1);
    }

    @Test
    void aFailureThatTheMemoDoesNotTakeStillNamesTheLastGoodSlice() {
        String version = ready("figs");
        CompletableFuture<Signal> refreshed = refresh("figs");
        world.runFor(Duration.ofSeconds(1));
        memo.refuseFailures = true;
        runs.started.get(1).fail(new SourceFailedException("the weather is bad", null));
        world.runFor(Duration.ofSeconds(1));

        assertThat(refreshed).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().message().equals("the weather is bad") && failed.available().version().equals(version));
    }

    private String ready(String category) {
        CompletableFuture<Signal> answer = ask(category);
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(runs.started.size() - 1).succeed();
        world.runFor(Duration.ofSeconds(1));
        return answer.join().available().version();
    }

    private CompletableFuture<Signal> ask(String category) {
        return computations.ask(new SliceRequest(key(category), TERMS, false, null, false)).toCompletableFuture();
    }

    private CompletableFuture<Signal> refresh(String category) {
        return refresh(computations, category);
    }

    private CompletableFuture<Signal> refresh(Computations replica, String category) {
        SliceRequest ask = new SliceRequest(key(category), TERMS, true, null, false);
        referee.accepted(ask);
        return replica.ask(ask).toCompletableFuture();
    }

    private CompletableFuture<Signal> refreshIf(String version) {
        return computations.ask(new SliceRequest(key("figs"), TERMS, true, version, false)).toCompletableFuture();
    }

    private void askInBulk(String category) {
        var unused = computations.ask(new SliceRequest(key(category), TERMS, false, null, true));
    }

    private static SliceKey key(String category) {
        return new SliceKey("fruit", category, "5f0c");
    }

    private Computations replica() {
        return new Computations(memo, runs, broker.producer(() -> true), loop, world::now, world.random,
                new QuietListener(), SETTINGS);
    }
}
