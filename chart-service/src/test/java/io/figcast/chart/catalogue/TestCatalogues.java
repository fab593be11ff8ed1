package io.figcast.chart.catalogue;

import java.util.List;
import java.util.Map;

/** Catalogues as they are once Redis has been read. */
public final class TestCatalogues {

    private TestCatalogues() {
    }

    public static Catalogue catalogue(String dataset, String fingerprint, String... categories) {
        return new Catalogue(new Catalogue.Description(dataset, "Title", "width", "height", 0, true, null, fingerprint, null,
                false, null, List.of()), List.of(categories), Map.of());
    }

    /** The same with another title of x. */
    public static Catalogue titled(String xTitle, Catalogue catalogue) {
        Catalogue.Description was = catalogue.description();
        return new Catalogue(new Catalogue.Description(was.dataset(), was.title(), xTitle, was.yTitle(), was.order(),
                was.isDefault(), was.defaultCategory(), was.fingerprint(), was.errorCode(), was.reading(), was.progress(),
                was.notes()), catalogue.categories(), Map.of());
    }

    public static Catalogue beingRead(String dataset) {
        return new Catalogue(
                new Catalogue.Description(dataset, dataset, "x", "y", 0, true, null, "", null, true, null, List.of()),
                List.of(), Map.of());
    }

    public static void replace(Catalogues all, Catalogue... catalogues) {
        all.replace(List.of(catalogues));
    }

    public static Catalogues of(Catalogue... catalogues) {
        Catalogues all = new Catalogues();
        all.redisAnswered();
        all.replace(List.of(catalogues));
        return all;
    }
}
