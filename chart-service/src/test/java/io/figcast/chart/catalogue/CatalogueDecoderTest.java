package io.figcast.chart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class CatalogueDecoderTest {

    private final CatalogueDecoder decoder = new CatalogueDecoder(10);

    @Test
    void datasetThatIsBeingReadNeedsNoFingerprintAndKnowsNoCategoryYet() {
        Catalogue catalogue = decode("{\"dataset\":\"fruit\",\"state\":\"reading\",\"categories\":[]}");

        assertThat(catalogue.isReading()).isTrue();
        assertThat(catalogue.mayContain("figs")).isFalse();
    }

    @Test
    void whatCouldNotBeListedMayContainAnything() {
        Catalogue catalogue = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"categories\":[\"figs\"],"
                + "\"error\":{\"code\":\"SOURCE_FAILED\"}}");

        assertThat(catalogue.mayContain("figs")).isTrue();
        assertThat(catalogue.mayContain("kiwis")).isTrue();
    }

    @Test
    void whatWasListedContainsNothingElse() {
        Catalogue catalogue = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"categories\":[\"figs\"]}");

        assertThat(catalogue.isReading()).isFalse();
        assertThat(catalogue.mayContain("figs")).isTrue();
        assertThat(catalogue.mayContain("kiwis")).isFalse();
    }

    @Test
    void otherwiseAFingerprintIsNeeded() {
        assertThatThrownBy(() -> decode("{\"dataset\":\"fruit\",\"categories\":[]}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Catalogue decode(String json) {
        return decoder.decode("fruit", json.getBytes(StandardCharsets.UTF_8));
    }
}
