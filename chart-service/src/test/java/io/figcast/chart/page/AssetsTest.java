package io.figcast.chart.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void everyFileIsThereAsItIsAndCompressed() throws IOException {
        assertThat(assets.all()).hasSizeGreaterThan(20);
        for (Asset asset : assets.all()) {
            byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(asset.gzipped().getBytes())).readAllBytes();
            assertThat(unzipped).as(asset.path()).isEqualTo(asset.plain().getBytes());
        }
    }

    @Test
    void anAddressNamesTheContentOfItsFolder() {
        assertThat(assets.path("page/page.js")).matches("/assets/page-[0-9a-f]{16}/page\\.js");
        assertThat(assets.find(assets.path("plotly/plotly.js"))).isPresent();
        assertThat(assets.find("/assets/page-0000000000000000/page.js")).isEmpty();
    }

    @Test
    void theShellNamesEveryModuleOfThePageAndOnlyThose() {
        assertThat(assets.modules()).contains(assets.path("page/api.js"))
                .allMatch(path -> path.startsWith("/assets/page-") && path.endsWith(".js"));
    }

    @Test
    void plotlyIsTheLargestPartByFarAndIsNotNeededForTheFirstPaint() {
        int page = assets.all().stream()
                .filter(asset -> asset.path().startsWith("/assets/page-"))
                .mapToInt(asset -> asset.gzipped().length())
                .sum();
        assertThat(page).isLessThan(60_000);
    }
}
