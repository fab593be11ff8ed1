package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

import io.figcast.compute.catalogue.store.CatalogueJson;

class CatalogueJsonTest {

    static final Path CONTRACT = Path.of("src/main/contract");

    @Test
    void whatIsWrittenFitsTheSchemaAndIsReadBack() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("catalogue.schema.json")));
        Catalogue catalogue = TestCatalogues.catalogue("own", "aa", "a\"b\n", "😀");
        for (Catalogue each : new Catalogue[] { catalogue, TestCatalogues.failed(catalogue),
                TestCatalogues.reading("own"), TestCatalogues.noted(catalogue) }) {
            String text = each.json().text();
            assertThat(schema.validate(new ObjectMapper().readTree(text))).isEmpty();
            assertThat(CatalogueJson.read(text).map(Catalogue::of)).contains(each);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRead(Path example) throws IOException {
        assertThat(CatalogueJson.read(Files.readString(example)).map(Catalogue::of)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{}", "\"x\"" })
    void whatIsNoCatalogueIsNone(String text) {
        assertThat(CatalogueJson.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"Own\"|null", "\"aa\"|\"\"", "2026-11-22T04:30|yesterday", "\"a\"]|null]",
            "\"order\":3|\"order\":null" })
    void whatHasABrokenFieldIsNone(String field, String broken) {
        String text = TestCatalogues.catalogue("own", "aa", "a").json().text();

        assertThat(text).contains(field);
        assertThat(CatalogueJson.read(text)).isPresent();
        assertThat(CatalogueJson.read(text.replace(field, broken))).isEmpty();
    }

    static Stream<Path> examples() throws IOException {
        return Files.list(CONTRACT.resolve("examples/catalogue/valid"));
    }
}
