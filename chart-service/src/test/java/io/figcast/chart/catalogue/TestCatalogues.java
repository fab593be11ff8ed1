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

    public static Catalogues of(Catalogue... catalogues) {
        Catalogues all = new Catalogues();
        all.redisAnswered();
        all.replace(List.of(catalogues));
        return all;
    }
}
