package io.figcast.chart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.catalogue.TestCatalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.kafka.TestBroker;
import io.figcast.chart.slice.TestMemo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;

/** With a memo and a broker in memory; everything between is what runs. */
class AnswersTest {

    private static final CategoryRef FIGS = new CategoryRef("fruit", "figs");
    private static final CategoryRef APPLES = new CategoryRef("fruit", "apples");
    private static final Catalogue CATALOGUE = TestCatalogues.catalogue("fruit", TestMemo.FINGERPRINT, "figs", "apples");
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long ROOM_FOR_THREE_ROWS = 3 * 2 * Double.BYTES;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestMemo memo = new TestMemo(ROOM_FOR_THREE_ROWS, meters);
    private final TestBroker broker = new TestBroker();
    private final Catalogues catalogues = TestCatalogues.of(CATALOGUE);
    private final AnswerBuilder builder = new AnswerBuilder(5_000, meters);
    private final CategoryWork work = new CategoryWork(catalogues, memo.reader(), memo.slices(), memo.workers(), builder,
            broker.sender(), new Generous(), meters);
    private final Answers answers = answers();

    @AfterEach
    void close() {
        memo.close();
    }

    @Test
    void whatIsHeldIsGivenAtOnceAndLookedUpNoMore() {
        memo.put(FIGS, "v1", 1, 2, 3);
        assertThat(answers.warm(FIGS)).isNull();
        assertThat(version(outcome(answers.answer(FIGS, LONG)))).isEqualTo("v1");
        memo.loseRows(FIGS, "v1");

        assertThat(version(outcome(answers.answer(FIGS, NOT_AT_ALL)))).isEqualTo("v1");
        assertThat(answers.warm(FIGS)).isNotNull();
        assertThat(count("figcast.lookups")).isOne();
    }

    @Test
    void whoFetchesAheadGetsWhatIsHeldAndCausesNothing() {
        memo.put(FIGS, "v1", 1, 2, 3);
        assertThat(answers.fresh(FIGS)).isNull();
        assertThat(count("figcast.lookups")).isZero();
        assertThat(broker.requests()).isEmpty();
        assertThat(version(outcome(answers.answer(FIGS, LONG)))).isEqualTo("v1");

        assertThat(version(answers.fresh(FIGS))).isEqualTo("v1");
    }

    @Test
    void whatIsNotThereIsAskedForAndGivenOnceItIsAnnounced() {
        CompletableFuture<Outcome> waiting = answers.answer(FIGS, LONG);
        assertThat(outcome(answers.answer(FIGS, NOT_AT_ALL))).isInstanceOf(Outcome.Waiting.class);
        assertThat(broker.requests()).containsExactly("{\"dataset\":\"fruit\",\"category\":\"figs\"}");
        assertThat(waiting).isNotDone();

        memo.put(FIGS, "v1", 1, 2, 3);
        answers.received(ready(1, "v1"));

        assertThat(version(outcome(waiting))).isEqualTo("v1");
    }

    /** Otherwise whoever opens calls and closes them again would keep everybody else from waiting. */
    @Test
    void whoHasGoneLeavesItsPlaceToOthers() {
        List<CompletableFuture<Outcome>> gone = List.of(answers.answer(FIGS, LONG),
                answers.region(FIGS, new Region(0, 2, 0, 2), LONG));
        assertThat(waiting()).isEqualTo(2);

        gone.forEach(call -> call.cancel(false));
        work.categories().timePassed();

        assertThat(waiting()).isZero();
    }

    private double waiting() {
        return meters.get("figcast.answers.waiting").gauge().value();
    }

    @Test
    void whatDoesNotExistIsRefusedAndNotAskedFor() {
        assertThat(outcome(answers.answer(new CategoryRef("fruit", "stones"), LONG)))
                .isEqualTo(new Outcome.Unknown("UNKNOWN_CATEGORY", "the dataset has no such category"));
        assertThat(outcome(answers.answer(new CategoryRef("stones", "figs"), LONG)))
                .isEqualTo(new Outcome.Unknown("UNKNOWN_DATASET", "there is no such dataset"));
        assertThat(broker.requests()).isEmpty();
    }

    /** Whoever announces an end and then what is there may crash in between. */
    @Test
    void whatIsThereIsShownAndListedThoughItsEndIsTheLastWord() {
        memo.put(FIGS, "v1", 1, 2, 3);
        outcome(answers.answer(FIGS, LONG));
        memo.put(FIGS, "v2", 4, 5, 6);
        answers.received(
                new NewestSignal(5, new Signal(FIGS, Signal.Status.INVALIDATED, FIGS.sliceId(TestMemo.FINGERPRINT), null,
                        null, null, null, List.of()), null, System.nanoTime(), 0));

        Awaitility.await().untilAsserted(() -> assertThat(answers.fresh(FIGS)).isNotNull());
        assertThat(version(answers.fresh(FIGS))).isEqualTo("v2");
        assertThat(answers.newest(FIGS).signal().status()).isEqualTo(Signal.Status.READY);
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void aRemovalIsConfirmedByItsOwnEnd() {
        CompletableFuture<Boolean> forgotten = answers.forget(FIGS, LONG);
        String name = broker.names().get(0);

        answers.received(end(1, "requests/0/7/0/" + "another"));
        assertThat(forgotten).isNotDone();
        answers.received(end(2, "requests/0/8/0/" + name));
        assertThat(within(forgotten)).isTrue();
    }

    private static NewestSignal end(long offset, String request) {
        return new NewestSignal(offset, new Signal(FIGS, Signal.Status.INVALIDATED, null, null, null, null, null,
                List.of(request)), null, System.nanoTime(), 0);
    }

    @Test
    void whatIsBeingReadIsToBeAskedForAgain() {
        TestCatalogues.replace(catalogues, TestCatalogues.beingRead("fruit"));

        assertThat(outcome(answers.answer(FIGS, LONG))).isInstanceOfSatisfying(Outcome.Unavailable.class,
                unavailable -> assertThat(unavailable.code()).isEqualTo("DATASET_READING"));
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void anAbandonedRegionIsNotDrawn() throws InterruptedException {
        memo.put(FIGS, "v1", 1, 2, 3);
        outcome(answers.answer(FIGS, LONG));
        CountDownLatch busy = new CountDownLatch(1);
        memo.workers().small().execute(() -> await(busy));

        CompletableFuture<Outcome> abandoned = answers.region(FIGS, new Region(0, 2, 0, 2), LONG);
        CompletableFuture<Outcome> wanted = answers.region(FIGS, new Region(1, 3, 1, 3), LONG);
        abandoned.cancel(false);
        busy.countDown();

        assertThat(version(outcome(wanted))).isEqualTo("v1");
        assertThat(meters.timer("figcast.figure.builds").count()).as("the whole and one region").isEqualTo(2);
    }

    /** What a region takes grows with every form in which it is asked for. */
    @Test
    void whatIsKeptOfRegionsIsBoundedByAllThatItTakes() {
        int regions = 160; // fit as long as they are not encoded
        memo.put(FIGS, "v1", 1, 2, 3);
        // What is too much is left out by and by.
        for (int i = 0; i < 50 * regions && meters.timer("figcast.figure.builds").count() <= 2 * regions; i++) {
            Outcome.Ready ready = (Outcome.Ready) outcome(answers.region(FIGS, new Region(0, 3 + i % regions, 0, 3), LONG));
            for (Form form : List.of(Form.JSON, Form.DENSE)) {
                within(answers.finish(ready, form, false));
                within(answers.finish(ready, form, true));
            }
        }

        assertThat(meters.timer("figcast.figure.builds").count()).as("what no longer fits is drawn again")
                .isGreaterThan(2 * regions);
    }

    @Test
    void rowsThatAreGoneAreLookedUpAnewOnce() {
        memo.put(FIGS, "v1", 1, 2, 3);
        outcome(answers.answer(FIGS, LONG));
        memo.loseRows(FIGS, "v1");
        memo.put(FIGS, "v2", 4, 5, 6);

        try (Rows rows = within(answers.rows(FIGS, LONG))) {
            assertThat(rows.slice().orElseThrow().x()).containsExactly(4, 5, 6);
        }
        assertThat(count("figcast.lookups")).isEqualTo(2);
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void rowsThatAreGoneFromTheMemoTooAreAskedFor() {
        memo.put(FIGS, "v1", 1, 2, 3);
        outcome(answers.answer(FIGS, LONG));
        memo.loseRows(FIGS, "v1");

        try (Rows rows = within(answers.rows(FIGS, NOT_AT_ALL))) {
            assertThat(rows.outcome()).isInstanceOf(Outcome.Waiting.class);
            assertThat(rows.slice()).isEmpty();
        }
        assertThat(count("figcast.lookups")).isEqualTo(2);
        assertThat(broker.requests()).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsBusyUntilOthersAreDone() {
        memo.put(FIGS, "v1", 1, 2, 3);
        memo.put(APPLES, "v1", 1, 2);
        try (Rows rows = within(answers.rows(FIGS, LONG))) {
            assertThat(rows.slice()).isPresent();

            assertThat(outcome(answers.answer(APPLES, LONG))).isInstanceOfSatisfying(Outcome.Unavailable.class,
                    unavailable -> assertThat(unavailable.code()).isEqualTo("BUSY"));
        }

        assertThat(version(outcome(answers.answer(APPLES, LONG)))).isEqualTo("v1");
    }

    @Test
    void whatIsHeldIsDrawnAgainWhenItsTitlesChange() {
        memo.put(FIGS, "v1", 1, 2, 3);
        Region region = new Region(0, 2, 0, 2);
        assertThat(figures(answers.answer(FIGS, LONG))).contains("width: ").doesNotContain("girth: ");
        assertThat(figures(answers.region(FIGS, region, LONG))).contains("width: ");

        TestCatalogues.replace(catalogues, TestCatalogues.titled("girth", CATALOGUE));

        assertThat(answers.warm(FIGS)).as("figures with the titles of before").isNull();
        assertThat(figures(answers.answer(FIGS, LONG))).contains("girth: ").doesNotContain("width: ");
        assertThat(figures(answers.region(FIGS, region, LONG))).contains("girth: ").doesNotContain("width: ");
        assertThat(broker.requests()).as("the slice is the same").isEmpty();
    }

    private String figures(CompletableFuture<Outcome> asked) {
        Outcome.Ready ready = (Outcome.Ready) outcome(asked);
        return within(answers.finish(ready, Form.JSON, false)).body().toString();
    }

    private Answers answers() {
        return new Answers(new KnownCategories(catalogues), work.categories(),
                new Regions(memo.slices(), memo.workers(), builder, new Generous()), memo.slices(), broker.sender(),
                memo.workers(), Clock.systemUTC());
    }

    private static NewestSignal ready(long offset, String version) {
        Signal.Result result = new Signal.Result(version, 3, null, null, null, null);
        return new NewestSignal(offset, new Signal(FIGS, Signal.Status.READY, FIGS.sliceId(TestMemo.FINGERPRINT), result, null,
                version, null, List.of()), null, System.nanoTime(), 0);
    }

    private double count(String counter) {
        return meters.counter(counter).count();
    }

    private static String version(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ready.class);
        return ((Outcome.Ready) outcome).answer().manifest().version();
    }

    private static Outcome outcome(CompletableFuture<Outcome> asked) {
        return within(asked);
    }

    private static <T> T within(CompletableFuture<T> asked) {
        return asked.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Generous() implements AnswerConfig {

        @Override
        public MemorySize maxBytes() {
            return new MemorySize(BigInteger.valueOf(1 << 20));
        }

        @Override
        public MemorySize maxRegionBytes() {
            return new MemorySize(BigInteger.valueOf(1 << 20));
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int maxWaiting() {
            return 10;
        }

        @Override
        public int maxOutstanding() {
            return 10;
        }
    }
}
