package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

class CatalogueWatchTest {

    final FakeSource source = new FakeSource();
    final List<Runnable> tasks = new ArrayList<>();
    final List<Catalogue> published = new ArrayList<>();
    final SetClock clock = new SetClock();
    final CatalogueWatch watch = new CatalogueWatch(TestCatalogues.definition("own"), source,
            new CatalogueWatch.Pace(Duration.ofSeconds(60), Duration.ofSeconds(5)), tasks::add, clock, published::add);

    @Test
    void beforeTheFirstAnswerThereAreNoCategoriesAndNoError() {
        assertThat(watch.newest().categories()).isEmpty();
        assertThat(watch.newest().error()).isEmpty();
        assertThat(watch.newest().fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void recheckAtStartCompletesWithTheFirstCatalogue() {
        watch.check();
        CompletionStage<Catalogue> asked = watch.recheck();
        assertThat(asked.toCompletableFuture()).isNotDone();
        run();
        assertThat(asked.toCompletableFuture().join().contains("a")).isTrue();
        assertThat(source.listed).hasValue(1);
        assertThat(published).containsExactly(watch.newest());
    }

    @Test
    void recheckSoonAfterACheckCompletesWithTheNewestKnown() {
        load();
        source.categories = List.of("a", "b");
        clock.pass(Duration.ofSeconds(4));
        assertThat(watch.recheck().toCompletableFuture().join().contains("b")).isFalse();
        clock.pass(Duration.ofSeconds(2));
        var asked = watch.recheck().toCompletableFuture();
        run();
        assertThat(asked.join().contains("b")).isTrue();
    }

    @Test
    void regularCheckListsADatabaseOnlyWhenItsTurnHasCome() {
        load();
        clock.pass(Duration.ofSeconds(50));
        load();
        assertThat(source.listed).hasValue(1);
        clock.pass(Duration.ofSeconds(11));
        load();
        assertThat(source.listed).hasValue(2);
    }

    @Test
    void filesAreListedAgainOnlyWhenTheFingerprintHasChanged() {
        source.changesUnseen = false;
        load();
        clock.pass(Duration.ofHours(1));
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
        clock.pass(Duration.ofSeconds(61));
        load();
        assertThat(watch.newest().categories()).containsExactly("a");
        assertThat(watch.newest().error()).contains(new CatalogueError("SOURCE_FAILED", "no route to host"));
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
        clock.pass(Duration.ofSeconds(61));
        load();
        assertThat(watch.newest()).isSameAs(first);
        assertThat(published).containsExactly(first, first);
    }

    private void load() {
        watch.check();
        run();
    }

    private void run() {
        List<Runnable> now = List.copyOf(tasks);
        tasks.clear();
        now.forEach(Runnable::run);
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T04:30:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
