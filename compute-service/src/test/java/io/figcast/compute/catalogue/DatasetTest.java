package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.dataset.Definition;

class DatasetTest {

    final FakeSource source = new FakeSource();
    final HandSchedule schedule = new HandSchedule();
    final Definition definition = TestCatalogues.definition("own");
    final CatalogueWatch watch = new CatalogueWatch(definition, source,
            new CatalogueWatch.Pace(Duration.ofSeconds(60), Duration.ofSeconds(1)), schedule, schedule, published -> {
            });
    final Dataset dataset = new Dataset(definition, watch, new Existence(source, Duration.ofSeconds(1), schedule),
            () -> Optional.of("published"));

    @Test
    void knownCategoryIsFoundInMemory() {
        load();
        assertThat(dataset.find("a", null, null, System.nanoTime()).toCompletableFuture()).isCompletedWithValue(watch.newest());
        assertThat(source.listed).hasValue(1);
    }

    @Test
    void categoryThatTheSourceListsSinceIsFound() {
        load();
        source.categories = List.of("a", "b");
        assertThat(find("b").join().contains("b")).isTrue();
        assertThat(source.asked).isEmpty();
    }

    @Test
    void categoryThatAWholeListingLacksIsUnknown() {
        load();
        assertUnknown(find("nothing"));
        assertThat(source.asked).isEmpty();
    }

    @Test
    void beyondTheMostCategoriesTheSourceIsAskedForTheOne() {
        source.truncated = true;
        source.existing = List.of("zebra");
        load();
        assertThat(find("zebra").join()).isSameAs(watch.newest());
        assertUnknown(find("nothing"));
        assertThat(source.asked).containsExactly("zebra", "nothing");
    }

    @Test
    void whereTheSourceCannotBeAskedTheCategoryMayExist() {
        source.failure = "no route to host";
        load();
        assertThat(find("anything").join().error()).isPresent();
    }

    @Test
    void fewAreAskedForAtOnce() {
        source.truncated = true;
        load();
        var found = List.of(find("b"), find("c"), find("d"), find("e"));
        found.forEach(DatasetTest::assertUnknown);
        assertThat(source.asked).hasSize(4);
    }

    @Test
    void fingerprintsAreThatOfTheDataAsTheyAreAndThoseThatOthersGoBy() {
        load();
        source.fingerprint = "bb";
        var all = dataset.fingerprints().toCompletableFuture();
        schedule.run();
        assertThat(all.join()).containsExactly("bb", "aa", "published");
    }

    @Test
    void fingerprintsAreNotGuessedWhereTheSourceCannotBeRead() {
        load();
        source.unreadable = true;
        var all = dataset.fingerprints().toCompletableFuture();
        schedule.run();
        assertThatThrownBy(all::join).hasCauseInstanceOf(SourceFailedException.class);
    }

    @Test
    void failedListingTellsTheFingerprintThatTheSourceGave() {
        source.failure = "no route to host";
        load();
        assertThat(dataset.catalogue().error()).isPresent();
        assertThat(dataset.catalogue().fingerprint()).isEqualTo("aa");
    }

    @Test
    void requestsWaitForTheFirstListing() {
        watch.check();
        CompletableFuture<Catalogue> early = dataset.find("a", null, null, System.nanoTime()).toCompletableFuture();
        assertThat(early).isNotDone();
        schedule.run();
        schedule.pass(Duration.ofSeconds(1));
        assertThat(early.join().contains("a")).isTrue();
    }

    private CompletableFuture<Catalogue> find(String category) {
        var found = dataset.find(category, null, null, System.nanoTime()).toCompletableFuture();
        schedule.pass(Duration.ofSeconds(1));
        return found;
    }

    private static void assertUnknown(CompletableFuture<Catalogue> found) {
        assertThatThrownBy(found::join).hasCauseInstanceOf(UnknownCategoryException.class);
    }

    private void load() {
        watch.check();
        schedule.run();
    }
}
