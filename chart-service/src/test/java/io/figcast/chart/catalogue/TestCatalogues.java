package io.figcast.chart.catalogue;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.slice.ColumnType;

/** Catalogues as they are once Redis has been read. */
public final class TestCatalogues {

    private TestCatalogues() {
    }

    public static Catalogue catalogue(String dataset, String fingerprint, String... categories) {
        return catalogue(dataset, fingerprint, null, categories);
    }

    /** One whose own columns are date and delay, titled width and height; distance may be drawn too. */
    public static Catalogue withChoice(String dataset, String fingerprint, String... categories) {
        return catalogue(dataset, fingerprint, new AxesChoice("date", "delay",
                List.of(new AxesChoice.Column("date", ColumnType.TIME), new AxesChoice.Column("delay", ColumnType.NUMBER),
                        new AxesChoice.Column("distance", ColumnType.NUMBER))),
                categories);
    }

    /** One whose own columns are date and delay, and nothing else may be drawn. */
    public static Catalogue withoutChoice(String dataset, String fingerprint, String... categories) {
        return catalogue(dataset, fingerprint, new AxesChoice("date", "delay", List.of()), categories);
    }

    private static Catalogue catalogue(String dataset, String fingerprint, @Nullable AxesChoice choice, String... categories) {
        return new Catalogue(new Catalogue.Description(dataset, "Title", "width", "height", 0, true, null, fingerprint, null,
                false, null, List.of(), choice), CategoryNames.of(List.of(categories)));
    }

    /** The same with another title of x. */
    public static Catalogue titled(String xTitle, Catalogue catalogue) {
        Catalogue.Description was = catalogue.description();
        return new Catalogue(new Catalogue.Description(was.dataset(), was.title(), xTitle, was.yTitle(), was.order(),
                was.isDefault(), was.defaultCategory(), was.fingerprint(), was.errorCode(), was.reading(), was.progress(),
                was.notes(), was.choice()), catalogue.categories());
    }

    /** @param rows of the first categories */
    public static Catalogue counted(List<String> categories, long... rows) {
        return new Catalogue(
                new Catalogue.Description("fruit", "Fruit", "x", "y", 0, true, null, "f", null, false, null, List.of(), null),
                CategoryNames.of(categories), rows);
    }

    public static Catalogue beingRead(String dataset) {
        return new Catalogue(
                new Catalogue.Description(dataset, dataset, "x", "y", 0, true, null, "", null, true, null, List.of(), null),
                CategoryNames.of(List.of()));
    }

    public static void replace(Catalogues all, Catalogue... catalogues) {
        all.replace(List.of(catalogues), Set.of());
    }

    public static Catalogues of(Catalogue... catalogues) {
        Catalogues all = new Catalogues();
        all.redisAnswered();
        all.replace(List.of(catalogues), Set.of());
        return all;
    }
}
