package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.figcast.compute.catalogue.store.CatalogueJson;

class CatalogueWatchTest {

    static final Duration PAUSE = Duration.ofSeconds(5);

    final FakeSource source = new FakeSource();
    final List<Catalogue> published = new ArrayList<>();
    final HandSchedule schedule = new HandSchedule();
    final CatalogueWatch watch = new CatalogueWatch(TestCatalogues.definition("own"), source,
            new CatalogueWatch.Pace(Duration.ofSeconds(60), PAUSE), schedule, schedule, published::add);

    @Test
    void beforeTheFirstAnswerTheDatasetIsBeingReadAndThatIsPublished() {
        assertThat(watch.newest().reading()).isTrue();
        assertThat(watch.newest().categories()).isEmpty();
        assertThat(watch.newest().error()).isEmpty();
        assertThat(watch.newest().fingerprint()).matches("[0-9a-f]{64}");
        Catalogue reading = watch.newest();
        load();
        assertThat(published).containsExactly(reading, watch.newest());
        assertThat(watch.newest().reading()).isFalse();
    }

    @Test
    void firstListingTellsHowFarItIsAndNeverGoesBack() {
        source.progress = 0.129;
        source.whileListing = () -> {
            source.progress = 0.5;
            schedule.pass(Duration.ofSeconds(1));
            source.progress = 0.4;
            schedule.pass(Duration.ofSeconds(1));
        };
        load();
        source.whileListing = () -> schedule.pass(Duration.ofSeconds(10));
        schedule.pass(Duration.ofSeconds(61));
        load();

        assertThat(published).filteredOn(Catalogue::reading).extracting(Catalogue::progress).containsExactly(0.12, 0.5, 0.5);
        assertThat(watch.newest().progress()).isZero();
    }

    @Test
    void firstCategoryThatHasRowsIsTheOneToBeginWith() {
        source.categories = List.of("a", "b", "c");
        source.rows = List.of(0L, 2L, 3L);
        load();

        assertThat(watch.newest().rows()).containsExactly(0L, 2L, 3L);
        assertThat(watch.newest().presentation().defaultCategory()).contains("b");
    }

    @Test
    void whoAsksWhileTheFirstListingRunsWaitsForOneThatBeganLater() {
        watch.check();
        source.whileListing = () -> source.categories = List.of("a", "b");
        var asked = ask();
        schedule.run();
        assertThat(asked).as("the one that ran began before").isNotDone();
        schedule.pass(PAUSE);
        assertThat(asked.join().contains("b")).isTrue();
        assertThat(source.listed).hasValue(2);
    }

    @Test
    void whoAskedBeforeAListingBeganSharesIt() {
        long arrival = System.nanoTime();
        watch.check();
        var joined = watch.listedSince(arrival).toCompletableFuture();
        schedule.run();
        assertThat(joined.join().contains("a")).isTrue();
        assertThat(watch.listedSince(arrival).toCompletableFuture().join().contains("a")).isTrue();
        assertThat(source.listed).hasValue(1);
    }

    @Test
    void whatWasListedJustNowIsListedAgainForWhoAsksNow() {
        load();
        source.categories = List.of("a", "b");
        var first = ask();
        var second = ask();
        schedule.pass(PAUSE.minusMillis(1));
        assertThat(first).as("not at once, so that nobody can drive the source").isNotDone();
        schedule.pass(Duration.ofMillis(1));
        assertThat(first.join().contains("b")).isTrue();
        assertThat(second.join().contains("b")).isTrue();
        assertThat(source.listed).as("one for both").hasValue(2);
    }

    @Test
    void whoAsksWhenAListingMayBeginAtOnceWaitsForThatOne() {
        var asked = ask();
        schedule.run();
        assertThat(asked.join().contains("a")).isTrue();
        assertThat(source.listed).hasValue(1);
    }

    @Test
    void regularCheckThatListsNothingOfADatabaseIsNoListing() {
        load();
        source.categories = List.of("a", "b");
        long arrival = System.nanoTime();
        schedule.pass(Duration.ofSeconds(10));
        load();
        assertThat(watch.newest().contains("b")).isFalse();
        var asked = watch.listedSince(arrival).toCompletableFuture();
        schedule.pass(PAUSE);
        assertThat(asked.join().contains("b")).isTrue();
    }

    @Test
    void filesThatAreTouchedWhileTheyAreListedAreListedAgain() {
        source.whileListing = () -> {
            source.stamp = "put back";
            source.whileListing = () -> {
            };
        };
        load();
        assertThat(source.listed).hasValue(2);
        source.fingerprint = "bb";
        source.whileListing = () -> source.stamp += "!";
        load();
        assertThat(watch.newest().error().orElseThrow().message()).contains("change faster");
    }

    @Test
    void listingThatNeverReturnsIsCancelledAndHoldsUpNobodyForGood() {
        var asked = new ArrayList<CompletableFuture<Catalogue>>();
        source.whileListing = () -> {
            asked.add(ask());
            schedule.pass(Duration.ofMinutes(10));
            assertThat(source.query.isCancelled()).isTrue();
            schedule.pass(Duration.ofSeconds(5));
            asked.add(ask());
            assertThat(asked).allSatisfy(answer -> assertThat(answer).isCompletedWithValueMatching(
                    catalogue -> catalogue.error().orElseThrow().message().contains("not answered within 600 s")));
            source.whileListing = () -> {
            };
        };
        load();
        assertThat(asked).hasSize(2);
        assertThat(watch.newest().error()).isEmpty();
    }

    @Test
    void regularCheckListsADatabaseOnlyWhenItsTurnHasCome() {
        load();
        schedule.pass(Duration.ofSeconds(50));
        load();
        assertThat(source.listed).hasValue(1);
        schedule.pass(Duration.ofSeconds(11));
        load();
        assertThat(source.listed).hasValue(2);
    }

    @Test
    void filesAreListedAgainOnlyWhenTheFingerprintHasChanged() {
        source.changesUnseen = false;
        load();
        schedule.pass(Duration.ofHours(1));
        load();
        assertThat(source.listed).hasValue(1);
        source.fingerprint = "bb";
        load();
        assertThat(source.listed).hasValue(2);
        assertThat(watch.newest().fingerprint()).isEqualTo("bb");
    }

    @Test
    void failureKeepsTheCategoriesAndGoesAwayByItself() {
        load();
        Catalogue good = watch.newest();
        source.failure = "no route to host";
        schedule.pass(Duration.ofSeconds(61));
        load();
        assertThat(watch.newest().categories()).containsExactly("a");
        assertThat(watch.newest().error()).contains(new CatalogueJson.Failure("SOURCE_FAILED", "no route to host"));
        source.failure = "";
        load();
        assertThat(watch.newest().saysTheSameAs(good)).isTrue();
    }

    @Test
    void tooManyCategoriesAreAnError() {
        source.truncated = true;
        load();
        assertThat(watch.newest().categories()).containsExactly("a");
        assertThat(watch.newest().error().orElseThrow().message()).contains("figcast.catalogue.max-categories");
    }

    @Test
    void unchangedAnswerIsTheSameCatalogue() {
        load();
        Catalogue first = watch.newest();
        schedule.pass(Duration.ofSeconds(61));
        load();
        assertThat(watch.newest()).isSameAs(first);
        assertThat(published).endsWith(first, first);
    }

    private CompletableFuture<Catalogue> ask() {
        return watch.listedSince(System.nanoTime()).toCompletableFuture();
    }

    private void load() {
        watch.check();
        schedule.run();
    }
}
