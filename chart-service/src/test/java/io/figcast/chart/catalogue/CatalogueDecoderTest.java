package io.figcast.chart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

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

        assertThat(read.notes()).extracting(Note::code).containsExactly("COLUMNS_CHOSEN", "LINES_LEFT_OUT");
        assertThat(read.notes().get(1).message()).startsWith("2 lines of flights.csv could not be read");
        assertThat(read.notes().get(1).values()).containsEntry("line", "561").containsEntry("problem", "COLUMNS");
    }

    @Test
    void rowsAreThoseOfTheCategoryInTheSamePlace() {
        Catalogue read = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"categories\":[\"a\",\"\",\"b\",\"c\",\"d\"],"
                + "\"rows\":[1,2,3,-1]}");

        assertThat(read.rows("a")).isEqualTo(1);
        assertThat(read.rows("b")).isEqualTo(3);
        assertThat(read.rows("c")).isNull();
        assertThat(read.rows("d")).isNull();
    }

    @Test
    void progressIsAPartAndOnlyOfWhatIsBeingRead() {
        assertThat(progress("\"state\":\"reading\",\"progress\":0.37")).isEqualTo(0.37);
        assertThat(progress("\"state\":\"reading\",\"progress\":1e300")).isNull();
        assertThat(progress("\"state\":\"reading\",\"progress\":\"half\"")).isNull();
        assertThat(progress("\"progress\":0.37")).isNull();
    }

    @Test
    void choiceOfAxesIsRead() throws IOException {
        AxesChoice choice = decoder.decode("flights", Files.readAllBytes(CONTRACT.resolve("with-columns.json"))).description()
                .choice();

        assertThat(choice).isEqualTo(TestCatalogues.withChoice("flights", "f").description().choice());
    }

    @Test
    void ownColumnsAreReadWhereThereIsNoChoice() {
        assertThat(decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"x\":\"a\",\"y\":\"b\"}").description().choice())
                .isEqualTo(new AxesChoice("a", "b", List.of()));
    }

    @Test
    void choiceThatIsNotWholeIsNone() {
        String columns = "\"columns\":[{\"name\":\"a\",\"type\":\"number\"},{\"name\":\"b\",\"type\":\"text\"}]";

        for (String choice : new String[] { "\"x\":\"a\",\"y\":\"b\"," + columns, "\"x\":\"a\"," + columns,
                "\"x\":\"a\",\"y\":\"a\",\"columns\":7" }) {
            AxesChoice read = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\"," + choice + "}").description().choice();
            assertThat(read == null ? List.of() : read.columns()).isEmpty();
        }
    }

    @Test
    void whereThereIsNothingToKnowNothingIsSaid() {
        Catalogue.Description read = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"notes\":{}}")
                .description();

        assertThat(read.notes()).isEmpty();
    }

    @Test
    void hostileNotesAreBoundedAndCanBeWritten() throws IOException {
        String note = "{\"code\":\"A\",\"message\":\"" + "x".repeat(499) + "😀" + "x".repeat(1_000)
                + "\",\"values\":{\"a\":\"\\ud800\",\"<b>\":\"c\",\"d\":1}}";
        Catalogue.Description read = decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\",\"notes\":["
                + "1,null,\" \",{},{\"code\":\"<i>\",\"message\":\"m\"}," + String.join(",", Collections.nCopies(100, note))
                + "]}").description();

        assertThat(read.notes()).hasSize(20).allMatch(one -> one.message().length() == 500)
                .allMatch(one -> one.values().equals(Map.of("a", "\ufffd")));
        assertThat(new ObjectMapper().writeValueAsBytes(read.notes())).isNotEmpty();
    }

    @Test
    void otherwiseAFingerprintIsNeeded() {
        assertThatThrownBy(() -> decode("{\"dataset\":\"fruit\",\"categories\":[]}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Double progress(String fields) {
        return decode("{\"dataset\":\"fruit\",\"fingerprint\":\"f\"," + fields + "}").description().progress();
    }

    private Catalogue decode(String json) {
        return decoder.decode("fruit", json.getBytes(StandardCharsets.UTF_8));
    }
}
