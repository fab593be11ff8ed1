package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

class CatalogueJsonTest {

    static final Path CONTRACT = Path.of("src/main/contract");

    @Test
    void whatIsWrittenFitsTheSchemaAndIsReadBack() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("catalogue.schema.json")));
        Catalogue catalogue = TestCatalogues.catalogue("own", "aa", "a\"b\n", "😀");
        for (Catalogue each : new Catalogue[] { catalogue, TestCatalogues.failed(catalogue),
                TestCatalogues.reading("own"), TestCatalogues.noted(catalogue) }) {
            String text = CatalogueJson.write(each);
            assertThat(schema.validate(new ObjectMapper().readTree(text))).isEmpty();
            assertThat(CatalogueJson.read(text)).contains(each);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRead(Path example) throws IOException {
        assertThat(CatalogueJson.read(Files.readString(example))).isPresent();
    }

    static Stream<Path> examples() throws IOException {
        return Files.list(CONTRACT.resolve("examples/catalogue/valid"));
    }
}
