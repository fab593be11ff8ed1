package io.figcast.chart.category.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Freshness;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.figcast.chart.category.View;

class CategoryTest {

    private static final CategoryRef FIGS = new CategoryRef("fruit", "figs");
    private static final Freshness FRESH = new Freshness(TimeUnit.HOURS.toNanos(6), TimeUnit.HOURS.toNanos(8));
    private static final Freshness STALE = new Freshness(-1, TimeUnit.HOURS.toNanos(8));

    private final List<String> done = new ArrayList<>();
    private final List<Lookup<String>> lookups = new ArrayList<>();
    private final List<Long> requests = new ArrayList<>();
    private final Recorder work = new Recorder();
    private long now;
    private final Limits limits = new Limits(Duration.ofSeconds(60), 2, 2, 100);
    private final Categories<String> categories = new Categories<>(limits, () -> now,
            ref -> new Category<>(ref, limits, work));

    @Test
    void oneLookUpAndOneRequestHoweverManyAsk() {
        ask("a", 60);
        ask("b", 60);
        missing();
        sent();
        signal(1, Signal.Status.COMPUTING, null);
        assertThat(done).containsExactly("look up", "request");

        signal(2, Signal.Status.READY, "v1");
        found("v1");

        assertThat(done).containsExactly("look up", "request", "look up", "a ready v1", "b ready v1");
    }

    @Test
    void whoeverDoesNotWaitIsToldOnceTheBrokerHasTheRequest() {
        ask("a", 0);
        missing();
        assertThat(done).doesNotContain("a waiting");

        sent();

        assertThat(done).endsWith("a waiting");
    }

    @Test
    void whatNobodyLooksAtIsDrawnAnewWhenSomebodyAsks() {
        ask("a", 60);
        found("v1");
        pass(599);
        signal(1, Signal.Status.READY, "v2");
        assertThat(done).as("looked at within ten minutes").endsWith("a ready v1", "look up");
        found("v2");
        pass(600);

        signal(2, Signal.Status.READY, "v3");
        assertThat(done).hasSize(3);
        assertThat(categories.view(FIGS).held().current()).isFalse();
        ask("b", 60);
        found("v3");

        assertThat(done).endsWith("look up", "b ready v3");
    }

    @Test
    void timeEndsAWait() {
        ask("a", 30);
        missing();
        sent();
        pass(29);
        assertThat(done).doesNotContain("a waiting");

        pass(1);

        assertThat(done).endsWith("a waiting");
        assertThat(limits.waiting()).isZero();
    }

    @Test
    void tooManyDoNotWait() {
        ask("a", 30);
        ask("b", 30);
        ask("c", 30);
        missing();
        sent();

        assertThat(done).endsWith("request", "c waiting");
    }

    @Test
    void aRequestThatTheBrokerDidNotTakeIsSentByTheNextCall() {
        ask("a", 30);
        missing();
        categories.notSent(FIGS, requests.get(0), "away");
        ask("b", 0);
        missing();

        assertThat(done).containsExactly("look up", "request", "a unavailable BROKER_UNAVAILABLE", "look up", "request");
    }

    @Test
    void signalWithoutASliceIsAskedAgainThreeTimesAndAfterAPauseAnew() {
        for (int offset = 1; offset <= 4; offset++) {
            ask("a", 0);
            missing();
            sent();
            signal(offset, Signal.Status.READY, "v" + offset);
        }
        missing();
        assertThat(requests).hasSize(4);
        ask("b", 0);
        missing();
        assertThat(done).endsWith("b failed SLICE_MISSING");

        pass(31);
        ask("c", 0);
        missing();

        assertThat(requests).hasSize(5);
    }

    @Test
    void silenceIsAskedAgainAfterTheTimeOfPatienceUnlessARunIsUnderWay() {
        ask("a", 0);
        missing();
        sent();
        signal(1, Signal.Status.COMPUTING, null);
        pass(59);
        ask("b", 0);
        missing();
        assertThat(requests).hasSize(1);

        pass(62);
        ask("c", 0);
        missing();

        assertThat(requests).hasSize(2);
    }

    @Test
    void aRecentFailureIsToldAndNotAskedAgain() {
        ask("a", 30);
        missing();
        sent();
        signal(1, Signal.Status.FAILED, null);
        missing();
        ask("b", 0);
        missing();

        assertThat(done).contains("a failed SOURCE_FAILED").endsWith("b failed SOURCE_FAILED");
        assertThat(requests).hasSize(1);
    }

    @Test
    void whatIsStaleIsShownAndRefreshedOnce() {
        hold("v1", STALE);
        ask("b", 0);
        ask("c", 0);

        assertThat(done).endsWith("refresh v1", "b stale v1", "c stale v1");
    }

    @Test
    void aForgottenVersionIsNotShownAlsoWhenItsEndHidesBehindTheNextRun() {
        hold("v1", FRESH);
        signal(2, Signal.Status.COMPUTING, null);

        assertThat(categories.view(FIGS)).extracting(View::held).isNull();
        assertThat(done).contains("drop rows");
    }

    @Test
    void aReplacedVersionIsLookedUpAgainAlsoWhenItsEndHidesBehindTheNextRun() {
        hold("v1", FRESH);
        signal(2, Signal.Status.COMPUTING, "v2");
        assertThat(done).endsWith("look up");
        ask("b", 0);
        assertThat(done).endsWith("look up");

        found("v2");

        assertThat(done).endsWith("b ready v2");
    }

    @Test
    void whatWasReadBeforeItsReplacementWasAnnouncedIsNotShown() {
        ask("a", 0);
        signal(1, Signal.Status.READY, "v2");
        found("v1");
        assertThat(done).containsExactly("look up", "look up");

        found("v2");

        assertThat(done).endsWith("a ready v2");
    }

    @Test
    void anAbsentRedisLeavesWhatIsHeldButNotWhatWasForgotten() {
        hold("v1", FRESH);
        signal(2, Signal.Status.READY, "v2");
        ask("b", 0);
        away();
        assertThat(done).endsWith("b stale v1");

        signal(3, Signal.Status.INVALIDATED, null);
        ask("c", 0);
        away();

        assertThat(done).endsWith("c unavailable MEMO_UNAVAILABLE");
    }

    @Test
    void topicThatBeginsAnewCastsDoubtOnWhatIsHeld() {
        hold("v1", FRESH);
        categories.topicBeganAnew();
        ask("b", 0);

        assertThat(done).endsWith("look up");
    }

    @Test
    void evictsWhatNobodyHasLookedAtForLongest() {
        CategoryRef apples = new CategoryRef("fruit", "apples");
        hold("v1", FRESH);
        now++;
        Recorder.Caller other = work.new Caller("b", 0);
        categories.asked(apples, other, "f");
        found("v2");

        assertThat(categories.view(FIGS)).isNull();
        assertThat(categories.view(apples)).isNotNull();
        assertThat(categories.heldBytes()).isEqualTo(60);
    }

    @Test
    void forgettingIsConfirmedByItsSignal() {
        hold("v1", FRESH);
        CompletableFuture<Boolean> forgotten = categories.forgotten(FIGS, "mine", Duration.ofSeconds(10));
        CompletableFuture<Boolean> late = categories.forgotten(FIGS, "mine", Duration.ofSeconds(1));
        pass(2);
        signal(5, Signal.Status.INVALIDATED, null, "topic/0/1/2/mine");

        assertThat(forgotten).isCompletedWithValue(true);
        assertThat(late).isCompletedWithValue(false);
    }

    @Test
    void anOlderEndThatComesLateConfirmsNoOther() {
        hold("v1", FRESH);
        CompletableFuture<Boolean> forgotten = categories.forgotten(FIGS, "mine", Duration.ofSeconds(10));
        signal(5, Signal.Status.INVALIDATED, null, "topic/0/1/2/theirs", "topic/0/1/2/mine/later");
        signal(6, Signal.Status.COMPUTING, null);
        assertThat(forgotten).isNotDone();

        signal(7, Signal.Status.INVALIDATED, null, "topic/0/1/3", "topic/0/1/4/mine");
        assertThat(forgotten).isCompletedWithValue(true);
    }

    @Test
    void anEndThatIsTheLastWordIsLookedIntoOnce() {
        hold("v1", FRESH);
        signal(5, Signal.Status.INVALIDATED, null);
        assertThat(done).endsWith("look up");
        found("v2");
        assertThat(categories.view(FIGS).held().version()).isEqualTo("v2");

        signal(6, Signal.Status.INVALIDATED, null);
        missing();
        signal(7, Signal.Status.INVALIDATED, null);
        assertThat(done.stream().filter("look up"::equals)).as("of nothing that is held an end is no news").hasSize(3);
        assertThat(requests).isEmpty();
    }

    @Test
    void nobodyWaitsForAServiceThatEnds() {
        ask("a", 60);
        missing();
        sent();
        categories.stop();
        ask("b", 60);
        missing();

        assertThat(done).contains("a waiting").endsWith("b waiting");
    }

    @Test
    void whoWaitsForASignalDoesNotWaitForTheLookUpOfAServiceThatEnds() {
        ask("a", 60);
        missing();
        sent();
        ask("b", 60);
        categories.stop();

        assertThat(done).contains("a waiting").doesNotContain("b waiting");
    }

    @Test
    void whatWasAnnouncedWhileTheBrokerDidNotAnswerIsLookedAt() {
        ask("a", 60);
        missing();
        signal(5, Signal.Status.READY, "v1");
        categories.notSent(FIGS, requests.get(0), "no answer");
        found("v1");

        assertThat(done).endsWith("look up", "a ready v1");
    }

    @Test
    void nothingStaysOfACategoryOfWhichNothingIsKnown() {
        ask("a", 0);
        missing();
        categories.notSent(FIGS, requests.get(0), "away");

        assertThat(categories.size()).isZero();
    }

    private void hold(String version, Freshness freshness) {
        ask("a", 0);
        found(version, freshness);
    }

    private void ask(String name, int seconds) {
        categories.asked(FIGS, work.new Caller(name, seconds), "f");
    }

    private void missing() {
        categories.missing(lookups.get(lookups.size() - 1));
    }

    private void away() {
        categories.notLookedUp(lookups.get(lookups.size() - 1), true, c -> c.unavailable("MEMO_UNAVAILABLE", "away"));
    }

    private void found(String version) {
        found(version, FRESH);
    }

    private void found(String version, Freshness freshness) {
        Lookup<String> lookup = lookups.get(lookups.size() - 1);
        categories.found(lookup, new Held<>(version, "slice", version, "f", freshness, 60, true));
    }

    private void sent() {
        categories.sent(FIGS, requests.get(requests.size() - 1));
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        categories.timePassed();
    }

    private void signal(long offset, Signal.Status status, @Nullable String readable, String... forgets) {
        Signal.Result result = status == Signal.Status.READY && readable != null
                ? new Signal.Result(readable, 1, null, null, null, null)
                : null;
        Signal signal = new Signal(FIGS, status, "slice", result,
                status == Signal.Status.COMPUTING ? new Signal.Run(null, Duration.ofSeconds(120), null) : null, readable,
                status == Signal.Status.FAILED ? new Signal.Failure("SOURCE_FAILED", "why", 30) : null,
                List.of(forgets));
        categories.heard(new NewestSignal(offset, signal, null, now, now + TimeUnit.SECONDS.toNanos(30)));
    }

    /** Does nothing but write down what is wanted. */
    private final class Recorder implements Work<String> {

        private final class Caller implements io.figcast.chart.category.state.Caller<String> {

            private final String name;
            private final long deadline;

            Caller(String name, int seconds) {
                this.name = name;
                this.deadline = now + TimeUnit.SECONDS.toNanos(seconds);
            }

            @Override
            public long deadlineNanos() {
                return deadline;
            }

            @Override
            public void ready(Held<String> held, boolean stale, Signal.@Nullable Failure error) {
                done.add(name + (stale ? " stale " : " ready ") + held.version());
            }

            @Override
            public void waiting(long requestedNanos, Signal.@Nullable Run run, OptionalLong expectedMillis) {
                done.add(name + " waiting");
            }

            @Override
            public void failed(String code, String message, long retryAfterSeconds) {
                done.add(name + " failed " + code);
            }

            @Override
            public void unavailable(String code, String detail) {
                done.add(name + " unavailable " + code);
            }
        }

        @Override
        public void lookUp(Lookup<String> lookup) {
            lookups.add(lookup);
            done.add("look up");
        }

        @Override
        public void request(CategoryRef ref, long number) {
            requests.add(number);
            done.add("request");
        }

        @Override
        public void refresh(CategoryRef ref, String version, long number) {
            done.add("refresh " + version);
        }

        @Override
        public void dropRows(String slice) {
            done.add("drop rows");
        }
    }
}
