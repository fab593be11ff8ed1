package io.figcast.compute.slice.computation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.FailureCode;
import io.figcast.compute.slice.Signal;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SourceChangedException;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.slice.port.ForgetRequest;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoUnavailableException;

class ComputationsTest {

    private static final SliceLimits LIMITS = new SliceLimits(Duration.ofHours(8), Duration.ofHours(6), Duration.ofSeconds(60),
            1_000_000);
    private static final ComputationSettings SETTINGS = new ComputationSettings(2, 1, 64, Duration.ofSeconds(8),
            Duration.ofMillis(300),
            Duration.ofSeconds(30), 0.1, Duration.ofSeconds(5));

    private final SimWorld world = new SimWorld(1);
    private final Referee referee = new Referee(world);
    private final SimRedis redis = new SimRedis(world, referee, Set.of());
    private final SimBroker broker = new SimBroker(world, 0);
    private final HeldRuns runs = new HeldRuns((key, version) -> redis.store(key, version, Duration.ofMinutes(5)));
    private final CountedMemo memo = new CountedMemo(new SimMemo(world, redis, referee, 0).memo());
    private final CountedLoop loop = new CountedLoop(new WorldLoop(world));
    private String fingerprint = "5f0c";
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
        ask(elsewhere, new SliceRequest(key("figs"), LIMITS, false, null, false));
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
        ask(replica(), new SliceRequest(key("figs"), LIMITS, false, null, false));
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
        ask(replica(), new SliceRequest(key("figs"), LIMITS, false, null, false));
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
    void whatIsForgottenIsNotAnnouncedAfterwardsThoughALookIsOnItsWay() {
        ready("figs");
        memo.answers = new CompletableFuture<>();
        ask("figs");
        world.runFor(Duration.ofMillis(20));
        CompletableFuture<Signal> forgotten = computations.forget(key("figs"), forget("a")).toCompletableFuture();
        world.runFor(Duration.ofSeconds(1));
        memo.answers.complete(null);
        world.runFor(Duration.ofSeconds(1));

        assertThat(forgotten).isCompleted();
        List<Signal> words = broker.log.stream().map(SimBroker.Announced::signal).toList();
        int gone = words.indexOf(new Signal.Invalidated(key("figs"), List.of("a")));
        assertThat(words.subList(gone + 1, words.size())).as("who asked before gets a new slice")
                .hasSize(1).allMatch(Signal.Computing.class::isInstance);
    }

    @Test
    void everyForgetIsNamedByItsSignalHoweverManyThereAre() {
        List<CompletableFuture<Signal>> forgotten = IntStream.range(0, 200).mapToObj(i -> computations
                .forget(key("figs"), forget("request-" + i)).toCompletableFuture()).toList();
        world.runFor(Duration.ofSeconds(1));

        for (int i = 0; i < forgotten.size(); i++) {
            String request = "request-" + i;
            assertThat(forgotten.get(i)).isCompletedWithValueMatching(signal -> signal instanceof Signal.Invalidated gone
                    && gone.forgets().contains(request) && gone.forgets().size() <= 64);
        }
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
        world.runFor(LIMITS.staleAfter());
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

        assertThat(lives).hasSize(4).doesNotHaveDuplicates().first().isEqualTo(LIMITS.ttl());
        assertThat(lives.subList(1, 4)).allMatch(life -> life.compareTo(LIMITS.ttl()) < 0
                && life.compareTo(LIMITS.scaled(1 - SETTINGS.ttlJitter()).ttl()) >= 0);
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

    @Test
    void aRefreshOfAVersionThatIsGoneComputesNothingAndSaysThatNothingIsThere() {
        CompletableFuture<Signal> refreshed = refreshIf("gone");
        world.runFor(Duration.ofSeconds(1));

        assertThat(refreshed).isCompletedWithValueMatching(Signal.Invalidated.class::isInstance);
        assertThat(runs.started).isEmpty();

        CompletableFuture<Signal> plain = ask("figs");
        CompletableFuture<Signal> shared = refreshIf("gone");
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));
        assertThat(shared.join()).isSameAs(plain.join());
    }

    @Test
    void dataThatChangedWhileItWasReadIsReadAnewUnderItsOwnName() {
        CompletableFuture<Signal> asked = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        redis.know(key("figs").withFingerprint("other"));
        runs.started.get(0).fail(new SourceChangedException("other"));
        world.runFor(Duration.ofSeconds(1));
        assertThat(runs.started).hasSize(2).last().satisfies(run -> assertThat(run.key.fingerprint()).isEqualTo("other"));
        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(asked).isCompletedWithValueMatching(signal -> signal instanceof Signal.Ready ready
                && ready.key().fingerprint().equals("other") && !ready.memoized());
        assertThat(broker.log).extracting(SimBroker.Announced::signal).filteredOn(Signal.Ready.class::isInstance).hasSize(1);
    }

    @Test
    void dataThatNeverRestsIsAFailureThatSaysSo() {
        CompletableFuture<Signal> asked = ask("figs");
        for (int i = 0; i < 4; i++) {
            world.runFor(Duration.ofSeconds(1));
            runs.started.get(i).fail(new SourceChangedException("5f0c"));
        }
        world.runFor(Duration.ofSeconds(1));

        assertThat(asked).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().message().contains("changed again and again"));
        assertThat(runs.started).hasSize(4);
    }

    @Test
    void whoWaitedForAWorkerTakesTheDataAsItIsThen() {
        ask("one");
        ask("two");
        askInBulk("figs");
        world.runFor(Duration.ofSeconds(1));
        fingerprint = "other";
        runs.started.forEach(HeldRuns.Held::succeed);
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).hasSize(3).last().satisfies(run -> assertThat(run.key.fingerprint()).isEqualTo("other"));
    }

    @Test
    void forgetDoesNotWaitForSteadyHitsToEnd() {
        ready("figs");
        for (int i = 0; i < 2_000; i++) {
            world.after(Duration.ofMillis(i), () -> ask("figs"));
        }
        world.runFor(Duration.ofMillis(500));
        CompletableFuture<Signal> forgotten = computations.forget(key("figs"), forget("a")).toCompletableFuture();
        world.runFor(Duration.ofMillis(200));

        assertThat(forgotten).isCompletedWithValueMatching(Signal.Invalidated.class::isInstance);
    }

    @Test
    void whatARefusedCommitStoredIsRemoved() {
        ask("figs");
        world.runFor(Duration.ofSeconds(1));
        redis.flush();
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started.get(0).discarded).isTrue();
        assertThat(runs.started).as("the request goes on").hasSize(2);
    }

    @Test
    void aRunThatBeganBeforeAForgetBeginsAnew() {
        CompletableFuture<Signal> asked = ask("figs");
        world.runFor(Duration.ofSeconds(1));
        CompletableFuture<Signal> forgotten = computations.forget(key("figs"), forget("a")).toCompletableFuture();
        world.runFor(Duration.ofSeconds(1));
        assertThat(forgotten).isCompletedWithValueMatching(Signal.Invalidated.class::isInstance);
        assertThat(runs.started).hasSize(2);
        assertThat(runs.started.get(0).cancelled).isTrue();
        runs.started.get(0).succeed();
        world.runFor(Duration.ofSeconds(1));
        assertThat(asked).as("what was read before").isNotDone();
        assertThat(runs.started.get(0).discarded).isTrue();
        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(asked).isCompletedWithValueMatching(Signal.Ready.class::isInstance);
        assertThat(broker.log).last().satisfies(word -> assertThat(word.signal()).isInstanceOf(Signal.Ready.class));
    }

    @Test
    void aForgetThatComesAgainSaysSoAndThenWhatIsThere() {
        var unused = computations.forget(key("figs"), forget("a"));
        world.runFor(Duration.ofSeconds(1));
        String version = ready("figs");
        CompletableFuture<Signal> again = computations.forget(key("figs"), forget("a")).toCompletableFuture();
        world.runFor(Duration.ofSeconds(1));

        assertThat(again).isCompletedWithValue(new Signal.Invalidated(key("figs"), List.of("a")));
        assertThat(broker.log.get(broker.log.size() - 1).signal()).isInstanceOfSatisfying(Signal.Ready.class,
                last -> assertThat(last.manifest().version()).isEqualTo(version));
    }

    @Test
    void lostRenewalsAreMadeAgainSoSoonThatTheLeaseIsKept() {
        ask("figs");
        world.runFor(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            memo.lostRenewals = 3;
            world.runFor(Duration.ofSeconds(8));
            assertThat(memo.lostRenewals).isZero();
        }

        assertThat(runs.started).hasSize(1);
        assertThat(runs.started.get(0).cancelled).isFalse();
    }

    @Test
    void aRedisThatTakesChunksTooSlowlyIsAFailureThatSaysSo() {
        CompletableFuture<Signal> asked = ask("figs");
        for (int i = 0; i < 100 && !asked.isDone(); i++) {
            world.runFor(Duration.ofSeconds(4));
            runs.started.get(runs.started.size() - 1).fail(new MemoUnavailableException("while storing", null));
        }

        assertThat(asked).isCompletedWithValueMatching(signal -> signal instanceof Signal.Failed failed
                && failed.failure().code() == FailureCode.STORE_UNAVAILABLE);
        assertThat(runs.started).hasSizeLessThan(25);
    }

    @Test
    void hitsNeedNoPlaceAndWhoMayNotWaitIsSentAwayWithoutASignal() {
        ready("figs");
        CompletableFuture<Optional<Signal>> hit = computations
                .ask(new SliceRequest(key("figs"), LIMITS, false, null, false), () -> false).toCompletableFuture();
        CompletableFuture<Optional<Signal>> miss = computations
                .ask(new SliceRequest(key("apples"), LIMITS, false, null, false), () -> false).toCompletableFuture();
        world.runFor(Duration.ofSeconds(1));

        assertThat(hit).isCompletedWithValueMatching(Optional::isPresent);
        assertThat(miss).isCompletedWithValueMatching(Optional::isEmpty);
        assertThat(runs.started).hasSize(1);
        assertThat(computations.busy()).isZero();
        assertThat(computations.underWay()).isZero();
    }

    @Test
    void datasetsTakeTurnsSoThatNobodyWaitsBehindAllOfASlowOne() {
        List.of("a", "b", "c", "d", "e").forEach(this::ask);
        world.runFor(Duration.ofSeconds(1));
        ask(computations, new SliceRequest(new SliceKey("other", "x", "5f0c"), LIMITS, false, null, false));
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(0).succeed();
        runs.started.get(1).succeed();
        world.runFor(Duration.ofSeconds(1));

        assertThat(runs.started).hasSize(4).extracting(run -> run.key.dataset()).contains("other");
    }

    private String ready(String category) {
        CompletableFuture<Signal> answer = ask(category);
        world.runFor(Duration.ofSeconds(1));
        runs.started.get(runs.started.size() - 1).succeed();
        world.runFor(Duration.ofSeconds(1));
        return answer.join().available().version();
    }

    private CompletableFuture<Signal> ask(String category) {
        return ask(computations, new SliceRequest(key(category), LIMITS, false, null, false));
    }

    private CompletableFuture<Signal> ask(Computations replica, SliceRequest request) {
        referee.accepted(request);
        redis.know(request.key());
        return replica.ask(request, () -> true).thenApply(Optional::orElseThrow).toCompletableFuture();
    }

    private CompletableFuture<Signal> refresh(String category) {
        return refresh(computations, category);
    }

    private CompletableFuture<Signal> refresh(Computations replica, String category) {
        return ask(replica, new SliceRequest(key(category), LIMITS, true, null, false));
    }

    private CompletableFuture<Signal> refreshIf(String version) {
        return ask(computations, new SliceRequest(key("figs"), LIMITS, true, version, false));
    }

    private void askInBulk(String category) {
        ask(computations, new SliceRequest(key(category), LIMITS, false, null, true));
    }

    private static SliceKey key(String category) {
        return new SliceKey("fruit", category, "5f0c");
    }

    private Computations replica() {
        return new Computations(new Ports(memo, runs, broker.producer(() -> true), loop, world::now, world.random,
                key -> key.withFingerprint(fingerprint), new QuietListener()), SETTINGS);
    }

    private static ForgetRequest forget(String id) {
        return new ForgetRequest(List.of(id), Set.of());
    }
}
