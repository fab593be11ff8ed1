package io.figcast.chart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class CatalogueDecoderTest {

    private static final Path CONTRACT = Path.of("..", "compute-service", "src", "main", "contract", "examples", "catalogue",
            "valid");

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
    void whatReadersShouldKnowOfTheDataIsRead() throws IOException {
        Catalogue.Description read = decoder.decode("flights", Files.readAllBytes(CONTRACT.resolve("with-notes.json")))
                .description();

        assertThat(read.problem()).startsWith("2 lines of flights.csv could not be read");
        assertThat(read.notes()).singleElement().asString().startsWith("chosen were category carrier, x date");
    }

    @Test
    void whereThereIsNothingToKnowNothingIsSaid() {
        Catalogue.Description read = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"problem\":null,\"notes\":{}}")
                .description();

        assertThat(read.problem()).isNull();
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void hostileSentencesAreBoundedAndCanBeWritten() throws IOException {
        String note = "\"" + "x".repeat(499) + "😀" + "x".repeat(1_000) + "\"";
        Catalogue.Description read = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"problem\":\"\\ud800\",\"notes\":["
                + "1,null,\" \"," + String.join(",", Collections.nCopies(100, note)) + "]}").description();

        assertThat(read.notes()).hasSize(20).allMatch(text -> text.length() == 500);
        assertThat(new ObjectMapper().writeValueAsBytes(read.notes())).isNotEmpty();
        assertThat(read.problem()).isEqualTo("\ufffd");
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
