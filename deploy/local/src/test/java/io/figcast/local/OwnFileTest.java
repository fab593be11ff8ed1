package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.local.server.ServerFailedException;

class OwnFileTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writesAFile() throws IOException {
        file = Files.writeString(directory.resolve("My Birds, 2026.csv"), "kind,wing span,weight\nowl,1.2,3\n");
    }

    @Test
    void theFileBecomesTheDefaultDatasetWithTitlesFromItsColumns() {
        OwnFile own = OwnFile.checked(options("--category", "kind", "--x", "wing span", "--y", "weight")).orElseThrow();

        assertThat(own.settings()).containsEntry("figcast.default-dataset", "my-birds-2026")
                .containsEntry("figcast.data-directories", directory.toString())
                .containsEntry("figcast.datasets.my-birds-2026.file", file.toString())
                .containsEntry("figcast.datasets.my-birds-2026.category-column", "kind")
                .containsEntry("figcast.datasets.my-birds-2026.x-column", "wing span")
                .containsEntry("figcast.datasets.my-birds-2026.x-title", "wing span")
                .containsEntry("figcast.datasets.my-birds-2026.y-column", "weight");
    }

    @Test
    void aColumnThatDoesNotExistIsRefusedWithTheListOfThoseThatDo() {
        refused("--x: there is no column wingspan; My Birds, 2026.csv has the columns: kind, wing span, weight.",
                options("--category", "kind", "--x", "wingspan", "--y", "weight"));
    }

    @Test
    void aMissingChoiceOfColumnsIsAnsweredWithTheList() {
        refused("--file needs --category as well; My Birds, 2026.csv has the columns: kind, wing span, weight.", options());
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsRefused() {
        refused("There is no file " + directory.resolve("no.csv") + ".",
                Options.parse("--file", directory.resolve("no.csv").toString()));
        refused(directory + " is not a file that can be read.", Options.parse("--file", directory.toString()));
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Path other = Files.write(directory.resolve("broken.parquet"), new byte[] { 1, 2, 3 });

        assertThatThrownBy(() -> OwnFile.checked(Options.parse("--file", other.toString())))
                .isInstanceOf(ServerFailedException.class)
                .hasMessageStartingWith(other + " cannot be read as CSV, TSV, Parquet or JSON: ");
    }

    @Test
    void theNameOfABuiltInDatasetIsNotTaken() throws IOException {
        Path fruit = Files.copy(file, directory.resolve("fruit.csv"));
        Options options = Options.parse("--file", fruit.toString(), "--category", "kind", "--x", "wing span", "--y",
                "weight");

        assertThat(OwnFile.checked(options).orElseThrow().name()).isEqualTo("fruit-file");
        refused("--name fruit is a dataset that comes with Figcast; choose another.",
                options("--category", "kind", "--x", "wing span", "--y", "weight", "--name", "fruit"));
        refused("--name is made of a to z, 0 to 9 and -, at most 63 of them, not Ü.",
                options("--category", "kind", "--x", "wing span", "--y", "weight", "--name", "Ü"));
    }

    @Test
    void columnsWithoutAFileAreRefused() {
        refused("--x is about a file of your own, but --file is missing.", Options.parse("--x", "a"));
    }

    private Options options(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--file";
        all[1] = file.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return Options.parse(all);
    }

    private static void refused(String sentence, Options options) {
        assertThatThrownBy(() -> OwnFile.checked(options)).isInstanceOf(ServerFailedException.class).hasMessage(sentence);
    }
}
