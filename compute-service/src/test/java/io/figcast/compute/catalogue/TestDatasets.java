package io.figcast.compute.catalogue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.figcast.compute.source.dataset.Definition;

/** Datasets of which other rooms' tests need no more than their categories. */
public final class TestDatasets {

    private static final CatalogueSchedule NOW = new CatalogueSchedule() {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return () -> {
            };
        }
    };

    private TestDatasets() {
    }

    public static Dataset of(String name, List<String> categories) {
        FakeSource source = new FakeSource();
        source.categories = categories;
        return new Dataset(TestCatalogues.definition(name), watch(name, source), existence(source), Optional::empty);
    }

    /** One dataset, whose source went away when its categories were known. */
    public static Datasets away(String name, List<String> categories) {
        FakeSource source = new FakeSource();
        source.categories = categories;
        CatalogueWatch watch = watch(name, source);
        watch.check();
        source.unreadable = true;
        Definition definition = TestCatalogues.definition(name).asDefault();
        return new Datasets(List.of(new Datasets.Entry(definition, source,
                new Dataset(definition, watch, existence(source), Optional::empty))));
    }

    private static CatalogueWatch watch(String name, FakeSource source) {
        return new CatalogueWatch(TestCatalogues.definition(name), source,
                new CatalogueWatch.Pace(Duration.ZERO, Duration.ZERO), NOW, InstantSource.system(), published -> {
                });
    }

    private static Existence existence(FakeSource source) {
        return new Existence(source, Duration.ofSeconds(1), NOW);
    }
}
