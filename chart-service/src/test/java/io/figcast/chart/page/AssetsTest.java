package io.figcast.chart.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void everyFileIsThereAsItIsAndCompressed() throws IOException {
        assertThat(assets.all()).hasSizeGreaterThan(5);
        for (Asset asset : assets.all()) {
            byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(asset.gzipped().getBytes())).readAllBytes();
            assertThat(unzipped).as(asset.path()).isEqualTo(asset.plain().getBytes());
        }
    }

    @Test
    void anAddressNamesItsContent() {
        assertThat(assets.path("main.js")).matches("/assets/main-[0-9A-Z]{8}\\.js");
        assertThat(assets.path("plotly.js")).matches("/assets/plotly-[0-9a-f]{16}\\.js");
        assertThat(assets.find(assets.path("plotly.js"))).isPresent();
        assertThat(assets.find("/assets/main-00000000.js")).isEmpty();
    }

    @Test
    void theScriptNamesItsSourceMapAndPlotlyKeepsItsLicence() {
        assertThat(text("main.js"))
                .endsWith("//# sourceMappingURL=" + assets.path("main.js.map").substring("/assets/".length()) + "\n");
        assertThat(text("plotly.js")).startsWith("/**").contains("Licensed under the MIT license");
        assertThat(text("plotly-LICENSE.txt")).contains("MIT License");
    }

    @Test
    void plotlyIsTheLargestPartByFarAndIsNotNeededForTheFirstPaint() {
        int page = assets.all().stream()
                .filter(asset -> asset.path().matches("/assets/main-.*(js|css)"))
                .mapToInt(asset -> asset.gzipped().length())
                .sum();
        assertThat(page).isLessThan(60_000);
    }

    private String text(String name) {
        return assets.find(assets.path(name)).orElseThrow().plain().toString(StandardCharsets.UTF_8);
    }
}
