package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.AxesChoice;
import io.figcast.compute.source.Description;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.columns.NamedColumns;
import io.figcast.compute.source.duckdb.RowList.Row;
import io.figcast.compute.source.duckdb.column.StatedType;

class FileAxesTest extends WithFiles {

    private static final String FLIGHTS = """
            carrier,date,delay,distance,"a ""b\"" (km)",note
            AA,2001-05-01,3.5,100.25,1.5,late
            AA,2001-05-02,4.5,250.5,2.5,early
            BB,2001-05-03,6.25,300.75,3.5,late
            BB,2001-05-04,8.5,310.5,4.5,early
            """;
    private static final NamedColumns FIXED = new NamedColumns(Optional.of("carrier"), Optional.of("date"),
            Optional.of("delay"));

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("flights.csv"), FLIGHTS);
    }

    @Test
    void whatFitsMayBeDrawnWhereFigcastChose() {
        AxesChoice axes = described(sources.of("flights.csv")).axes();

        assertThat(axes.own()).contains(new Axes("date", "delay"));
        assertThat(axes.columns()).containsExactly(new AxesChoice.Column("date", ColumnType.TIME), number("delay"),
                number("distance"), number("a \"b\" (km)"));
    }

    @Test
    void otherColumnsAreReadWithTheirOwnTypes() {
        FileSource source = sources.of("flights.csv");

        RowList rows = read(source, "AA", new Axes("a \"b\" (km)", "date"));
        assertThat(rows.rows()).containsExactly(new Row(1.5, 988_675_200_000.0), new Row(2.5, 988_761_600_000.0));
        assertThat(rows.types()).isEqualTo(new ColumnTypes(ColumnType.NUMBER, ColumnType.TIME));
        assertThat(read(source, "BB", new Axes("distance", "distance")).rows()).containsExactly(new Row(300.75, 300.75),
                new Row(310.5, 310.5));
        assertThat(read(source, "AA", null).types()).isEqualTo(new ColumnTypes(ColumnType.TIME, ColumnType.NUMBER));
    }

    @Test
    void whatIsNotAllowedIsNotRead() {
        FileSource source = sources.of("flights.csv");

        for (String column : new String[] { "note", "carrier", "Distance", "1) --", "\"distance\"" }) {
            assertThatThrownBy(() -> read(source, "AA", new Axes(column, "delay")))
                    .isInstanceOf(SourceFailedException.class).hasMessageContaining("not both columns that may be drawn");
        }
    }

    @Test
    void bothColumnsByNameLeaveNoChoiceUnlessColumnsAreListed() {
        assertThat(described(of(FIXED)).axes()).isEqualTo(AxesChoice.of("date", "delay", List.of()));
        assertThat(described(of(FIXED, "distance")).axes().names()).containsExactly("date", "delay", "distance");
        assertThat(read(of(FIXED, "distance"), "AA", new Axes("distance", "delay")).rows()).hasSize(2);
        assertThatThrownBy(() -> read(of(FIXED, "distance"), "AA", new Axes("a \"b\" (km)", "delay")))
                .isInstanceOf(SourceFailedException.class);
    }

    @Test
    void ofListedColumnsXAndYAreChosen() {
        Description description = described(of(NamedColumns.NOTHING, "delay", "distance"));

        assertThat(description.axes().own()).contains(new Axes("delay", "distance"));
        assertThat(description.axes().names()).containsExactly("delay", "distance");
        assertThat(described(of(NamedColumns.NOTHING, "delay", "date")).notes()).extracting(Note::message).containsExactly(
                "chose category carrier, x date, y delay; no other column could be drawn too; category-column,"
                        + " x-column and y-column override this");
    }

    @Test
    void listedColumnsThatCannotBeDrawnAreTold() {
        Description description = described(of(FIXED, "note", "distance"));

        assertThat(description.axes().names()).containsExactly("date", "delay", "distance");
        assertThat(description.notes()).extracting(Note::message)
                .containsExactly("columns names what cannot be drawn: note (text, 2 different)");
        assertThatThrownBy(() -> described(of(FIXED, "height"))).hasMessageStartingWith("there is no column height");
    }

    @Test
    void aTimeThatIsToldIsOneOnEitherAxis() throws IOException {
        Files.writeString(directory.resolve("a.csv"), "c,t,v,w\na,10,2.5,3.5\na,11,2.25,4.5\nb,12,2.75,4.25\nb,13,1.5,1.25\n");
        FileSource source = sources.of("a.csv",
                new WantedColumns(new NamedColumns(Optional.of("c"), Optional.of("t"), Optional.empty()),
                        StatedType.EPOCH_SECONDS,
                        StatedType.BY_CONTENT),
                FileSources.MOST);

        RowList rows = read(source, "a", new Axes("w", "t"));
        assertThat(rows.rows()).containsExactly(new Row(3.5, 10_000), new Row(4.5, 11_000));
        assertThat(rows.types().y()).isEqualTo(ColumnType.TIME);
    }

    @Test
    void theListCountsForTheFingerprintOnlyWhereItDecides() {
        assertThat(of(FIXED, "distance").snapshot()).isEqualTo(of(FIXED).snapshot());
        assertThat(of(NamedColumns.NOTHING, "distance", "delay").snapshot()).isNotEqualTo(of(NamedColumns.NOTHING).snapshot());
    }

    @Test
    void theEncodingIsThatOfAllColumnsThatMayBeDrawn() throws IOException {
        Files.writeString(directory.resolve("a.csv"),
                "c,x,y,z\n" + "a,1.5,2.5,3.5\nb,2.5,1.5,3.25\n".repeat(100_000) + "a,1.5,2.5,\u00e9\n",
                StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(sources.of("a.csv"), "a", new Axes("z", "y"))).as("not left out as no UTF-8")
                .hasMessage("column z holds '\u00e9', which is not a number");
    }

    private FileSource of(NamedColumns named, String... listed) {
        return sources.of("flights.csv",
                new WantedColumns(named, StatedType.BY_CONTENT, StatedType.BY_CONTENT, List.of(listed)),
                FileSources.MOST);
    }

    private static Description described(FileSource source) {
        return source.categories(new RunningQuery()).description();
    }

    private static AxesChoice.Column number(String name) {
        return new AxesChoice.Column(name, ColumnType.NUMBER);
    }

    private static RowList read(FileSource source, String category, Axes axes) {
        RowList rows = new RowList();
        source.open(category, axes).read(rows);
        return rows;
    }
}
