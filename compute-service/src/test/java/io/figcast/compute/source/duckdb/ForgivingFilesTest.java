package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.luben.zstd.ZstdOutputStream;

import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.duckdb.RowList.Row;

/** Files as people have them. */
class ForgivingFilesTest extends WithFiles {

    @Test
    void malformedLinesAreLeftOutAndTheFirstIsNamed() throws IOException {
        write("stocks.csv", "symbol,date,price\n" + "a,1,2\n".repeat(98) + "a,1,2,3,4\na,5,6\na,1\n");
        FileSource source = sources.of("stocks.csv", "symbol", "date", "price");

        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("a");
        assertThat(source.categories(new RunningQuery()).description().notes()).containsExactly(new Note("LINES_LEFT_OUT",
                "2 lines of stocks.csv could not be read, the first is line 100: 5 columns instead of 3; they were left out",
                Map.of("lines", "2", "files", "1", "file", "stocks.csv", "line", "100", "problem", "COLUMNS", "found", "5",
                        "columns", "3")));
        assertThat(read(source, "a").rows()).hasSize(99).endsWith(new Row(5, 6));
    }

    @Test
    void moreMalformedLinesThanTheShareAreRefused() throws IOException {
        write("a.csv", "c,x,y\n" + "a,1,2\n".repeat(8) + "a,1\n".repeat(2));
        String message = "2 lines of a.csv could not be read, the first is line 10: 2 columns instead of 3; that is more"
                + " than the share of 0.1 that max-unreadable allows";

        assertThatThrownBy(() -> sources.of("a.csv", "c", "x", "y").categories(new RunningQuery())).hasMessage(message);
        assertThatThrownBy(() -> read(sources.of("a.csv", "c", "x", "y"), "a")).hasMessage(message);
        assertThat(
                sources.of("a.csv", WantedColumns.of("c", "x", "y"), new FileSource.Most(FileSources.categories(10), 100, 0.2))
                        .categories(new RunningQuery()).categories())
                .containsExactly("a");
    }

    @Test
    void lineOfOneOfSeveralFilesIsNamedWithItsFile() throws IOException {
        write("a1.csv", "c,x,y\n" + "a,1,2\n".repeat(20));
        write("a2.csv", "x;y;c\n" + "3;4;a\n".repeat(20) + "\n3;4;a;5\n");
        FileSource source = sources.of("a*.csv", "c", "x", "y");

        assertThat(leftOut(source)).isEqualTo(
                "1 line of 2 files could not be read, the first is line 23 of a2.csv: 4 columns instead of 3; it was left out");
        assertThat(read(source, "a").rows()).hasSize(40).endsWith(new Row(3, 4));
    }

    @Test
    void linesThatAStrayQuoteTakesAlongAreCounted() throws IOException {
        write("a.csv", "c,x,y\n" + "a,1,2\n".repeat(50) + "a,\"1,2\na,3,4\na,5,6\n");

        assertThat(leftOut(sources.of("a.csv", "c", "x", "y")))
                .startsWith("3 lines of a.csv could not be read, the first is line 52: ");
    }

    @Test
    void quoteThatTakesTheRestOfTheFileIsRefused() throws IOException {
        write("a.csv", "c,x,y\n" + "a,1,2\n".repeat(5) + "a,\"1,2\n" + "a,1,2\n".repeat(50_000));

        assertThatThrownBy(() -> sources.of("a.csv", "c", "x", "y").categories(new RunningQuery()))
                .hasMessage("line 7 of a.csv has a quote that is not closed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "x-UTF-16LE-BOM", "UTF-16BE", "UTF-16", "ISO-8859-1", "windows-1252" })
    void excelsFilesAreRead(String charset) throws IOException {
        Files.write(directory.resolve("a.csv"),
                "sep=;\r\nGröße;Preis;Menge\r\nklein;1.234,5;-2\r\ngroß;7;1,5\r\n".getBytes(Charset.forName(charset)));
        FileSource source = sources.of("a.csv", "Größe", "Preis", "Menge");

        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("klein", "groß");
        assertThat(read(source, "klein").rows()).containsExactly(new Row(1234.5, -2));
        assertThat(read(source, "groß").rows()).containsExactly(new Row(7, 1.5));
    }

    @Test
    void textWithFewLatinLettersIsUtf16AllTheSame() throws IOException {
        for (String charset : List.of("UTF-16BE", "UTF-16LE")) {
            Files.write(directory.resolve("a.csv"), ("城市名称,平均气温,相对湿度\n" + "北京市朝阳区建国门外大街一号院,1,2\n".repeat(40))
                    .getBytes(Charset.forName(charset)));

            assertThat(read(sources.of("a.csv", "城市名称", "平均气温", "相对湿度"), "北京市朝阳区建国门外大街一号院").rows()).hasSize(40);
        }
    }

    @Test
    void malformedLineOfACopiedFileIsNamedAsItStandsInTheFile() throws IOException {
        Files.write(directory.resolve("a.csv"),
                ("größe,x,y\r\n" + "a,1,2\r\n".repeat(20) + "a,1\r\n").getBytes(StandardCharsets.UTF_16BE));

        assertThat(leftOut(sources.of("a.csv", "größe", "x", "y")))
                .isEqualTo("1 line of a.csv could not be read, the first is line 22: 2 columns instead of 3; it was left out");
    }

    @Test
    void copiedFileThatChangesIsCopiedAnew() throws IOException {
        FileSource source = sources.of("a.csv", "c", "x", "y");
        for (double x : new double[] { 1, 2 }) {
            Files.write(directory.resolve("a.csv"), ("c,x,y\na," + x + ",2\n").getBytes(StandardCharsets.UTF_16));

            assertThat(read(source, "a").rows()).containsExactly(new Row(x, 2));
        }
    }

    @Test
    void lineAfterRecordsOfSeveralLinesIsCountedAsAnEditorCounts() throws IOException {
        write("a.csv", "c,x,y\n" + "\"a\nb\",1,2\n".repeat(20) + "a,1\n");

        assertThat(leftOut(sources.of("a.csv", "c", "x", "y"))).isEqualTo(
                "1 line of a.csv could not be read, the first is line 42: 2 columns instead of 3; it was left out");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        write("a.csv", "\uFEFFc,x,y\na,1,2\n");

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "a").rows()).containsExactly(new Row(1, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 40_000 })
    void windows1252MayBeginLate(int before) throws IOException {
        Files.write(directory.resolve("a.csv"),
                ("c,x,y\n" + "plain,1,2\n".repeat(before) + "für 5 €,3,4\n“à la carte” – “für”,5,6\n")
                        .getBytes(Charset.forName("windows-1252")));
        FileSource source = sources.of("a.csv", "c", "x", "y");

        assertThat(source.categories(new RunningQuery()).categories()).endsWith("für 5 €", "“à la carte” – “für”");
        assertThat(source.categories(new RunningQuery()).description().notes()).isEmpty();
        assertThat(read(source, "für 5 €").rows()).containsExactly(new Row(3, 4));
    }

    @Test
    void windows1252BehindLatin1IsRead() throws IOException {
        Files.write(directory.resolve("a.csv"), ("c,x,y\n" + "für,1,2\n".repeat(40_000) + "–,3,4\n")
                .getBytes(Charset.forName("windows-1252")));

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "–").rows()).containsExactly(new Row(3, 4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            " a b "," x","x"         | a b | x   | x_1
            a b,,y                   | a b | column 2 | y
            A B,X,Y                  | a b | x   | y
            a b,x,y,                 | a b | x   | y
            """)
    void headersAreTakenAsPeopleMeanThem(String header, String category, String x, String y) throws IOException {
        write("a.csv", header + "\n" + "p,1,2\nq,3,4\n".replace("\n", header.endsWith(",") ? ",\n" : "\n"));

        assertThat(read(sources.of("a.csv", category, x, y), "q").rows()).containsExactly(new Row(3, 4));
    }

    @Test
    void fileWithoutHeaderHasNumberedColumns() throws IOException {
        write("a.csv", "p,1,2.5\nq,3,4\n");

        assertThat(read(sources.of("a.csv", "column 1", "column 2", "column 3"), "p").rows()).containsExactly(new Row(1, 2.5));
    }

    @Test
    void headerOfRIsOneShort() throws IOException {
        write("a.csv", "\"c\",\"x\",\"y\"\n\"1\",\"a\",5,6\n\"2\",\"b\",7,8\n");

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "b").rows()).containsExactly(new Row(7, 8));
    }

    @Test
    void whatStandsBeforeTheHeaderIsSkipped() throws IOException {
        write("a.csv", "# made by hand\nPrices of the year\n\nc,x,y\na,1,2\nb,3,4\n");

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "b").rows()).containsExactly(new Row(3, 4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "1,234.5"             | 1234.5
            "12,345,678"          | 12345678
            "$1,200"              | 1200
            12.5%                 | 12.5
            -1e3                  | -1000
            12345678901234567890123 | 12345678901234567890123
            "-1.234.567,25"       | -1234567.25
            "3,25"                | 3.25
            "1 234"               | 1234
            """)
    void numbersAreReadAsPeopleWriteThem(String written, double number) throws IOException {
        write("a.csv", "c,x,y\na,1," + written + "\n");

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "a").rows()).containsExactly(new Row(1, number));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "NA", "-", "--", "n/a", "#N/A", "?", ".", "missing" })
    void whatStandsForNothingIsOmitted(String nothing) throws IOException {
        write("a.csv", "c,x,y\na,1,2\na," + nothing + ",3\n");
        RowList rows = read(sources.of("a.csv", "c", "x", "y"), "a");

        assertThat(rows.rows()).containsExactly(new Row(1, 2));
        assertThat(rows.omitted()).isEqualTo(1);
    }

    @Test
    void booleansAreOneAndZero() throws IOException {
        write("a.csv", "c,x,y\na,true,yes\na,FALSE,no\n");

        assertThat(read(sources.of("a.csv", "c", "x", "y"), "a").rows()).containsExactly(new Row(1, 1), new Row(0, 0));
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        byte[] content = "c;x;y\na;1;2\n".getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("a.csv.gz")))) {
            out.write(content);
        }
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(directory.resolve("b.csv.zst")))) {
            out.write(content);
        }

        for (String name : List.of("a.csv.gz", "b.csv.zst", "{a.csv.gz,b.csv.zst}")) {
            assertThat(read(sources.of(name, "c", "x", "y"), "a").rows()).isNotEmpty().containsOnly(new Row(1, 2));
        }
    }

    @Test
    void mixedLineEndsAreSaid() throws IOException {
        write("a.csv", "c,x,y\r\na,1,2\na,3,4\r\n");

        assertThatThrownBy(() -> sources.of("a.csv", "c", "x", "y").categories(new RunningQuery()))
                .hasMessageStartingWith("the lines of a file do not all end in the same way");
    }

    @Test
    void fileAloneIsEnough() throws IOException {
        write("a.csv",
                "day,city,rain,sun\n2020-01-02,Bonn,1.5,3\n2020-01-01,Bonn,2,4\n2020-01-01,Köln,3,5\n2020-01-02,Köln,4,6\n");
        FileSource source = sources.of("a.csv");

        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("Bonn", "Köln");
        assertThat(source.categories(new RunningQuery()).description().x()).contains("day");
        assertThat(source.categories(new RunningQuery()).description().y()).contains("rain");
        assertThat(source.categories(new RunningQuery()).description().notes())
                .containsExactly(new Note("COLUMNS_CHOSEN", "chose category city, x day, y rain; sun"
                        + " could be drawn too; category-column, x-column and y-column override this",
                        Map.of("category", "city", "x", "day", "y", "rain", "others", "sun", "more", "0")));
        assertThat(read(source, "Bonn").rows()).containsExactly(new Row(1_577_923_200_000.0, 1.5),
                new Row(1_577_836_800_000.0, 2));
    }

    @Test
    void rowsWithBothValuesAreCounted() throws IOException {
        write("a.csv", "c,day,v\nnone,,1\nnone,2020-01-01,-\nsome,2020-01-01,1\nsome,NA,1\nsome,2020-01-02,-inf\n");
        FileSource source = sources.of("a.csv", "c", "day", "v");
        CategoryList list = source.categories(new RunningQuery());

        assertThat(list.rows()).containsExactly(0L, 1L);
        assertThat(list.rows()).containsExactly((long) read(source, "none").rows().size(),
                (long) read(source, "some").rows().size());
        assertThat(list.firstWithRows()).contains("some");
    }

    @Test
    void fileWithoutACategoryIsOneCategory() throws IOException {
        write("a.csv", "value\n3.5\n4.5\n4\n");
        FileSource source = sources.of("a.csv");

        assertThat(source.categories(new RunningQuery()).categories()).containsExactly("all rows");
        assertThat(source.categories(new RunningQuery()).description().x()).contains("row");
        assertThat(read(source, "all rows").rows()).containsExactly(new Row(1, 3.5), new Row(2, 4.5), new Row(3, 4));
    }

    @Test
    void nothingThatFitsIsAnsweredWithWhatThereIs() throws IOException {
        write("a.csv", "name,note\nx,so\nz,so\n");

        assertThatThrownBy(() -> sources.of("a.csv").categories(new RunningQuery()))
                .hasMessage("nothing in a.csv can be drawn: a figure needs"
                        + " a column of numbers or of times, and there are name (text, 2 different), note (text, 1 different)");
    }

    @Test
    void emptyFileIsSaid() throws IOException {
        write("a.csv", "\n\n");

        assertThatThrownBy(() -> sources.of("a.csv").categories(new RunningQuery())).hasMessage("file a.csv is empty");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private static String leftOut(FileSource source) {
        return source.categories(new RunningQuery()).description().notes().get(0).message();
    }

    private static RowList read(FileSource source, String category) {
        RowList rows = new RowList();
        source.open(category).read(rows);
        return rows;
    }
}
