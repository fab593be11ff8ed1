package io.figcast.compute.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.Axes;
import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.source.AxesChoice.Column;

class AxesChoiceTest {

    private static final Column DATE = new Column("date", ColumnType.TIME);
    private static final Column DELAY = new Column("delay", ColumnType.NUMBER);
    private static final Column DISTANCE = new Column("distance", ColumnType.NUMBER);
    private static final AxesChoice CHOICE = AxesChoice.of("date", "delay", List.of(DATE, DELAY, DISTANCE));

    @Test
    void oneColumnThatIsNamedGoesWithTheOtherOfTheDataset() {
        assertThat(CHOICE.resolved("distance", null)).isEqualTo(new Axes("distance", "delay"));
        assertThat(CHOICE.resolved(null, "distance")).isEqualTo(new Axes("date", "distance"));
    }

    @Test
    void theDatasetsOwnColumnsAreNoOtherAxesHoweverTheyAreNamed() {
        assertThat(CHOICE.resolved(null, null)).isNull();
        assertThat(CHOICE.resolved("date", null)).isNull();
        assertThat(CHOICE.resolved(null, "delay")).isNull();
        assertThat(CHOICE.resolved("date", "delay")).isNull();
        assertThat(CHOICE.resolved("delay", "date")).isEqualTo(new Axes("delay", "date"));
    }

    @Test
    void onlyWhatIsOfferedIsAllowed() {
        assertThat(CHOICE.allows("distance", "date")).isTrue();
        assertThat(CHOICE.allows("Distance", null)).isFalse();
        assertThat(CHOICE.allows(null, "carrier")).isFalse();
    }

    @Test
    void withoutAChoiceTheOwnColumnsMayBeNamed() {
        AxesChoice fixed = AxesChoice.of("date", "delay", List.of());
        assertThat(fixed.allows("date", "delay")).isTrue();
        assertThat(fixed.allows("delay", null)).isFalse();
        assertThat(AxesChoice.NONE.allows("date", null)).isFalse();
        assertThat(AxesChoice.NONE.resolved(null, null)).isNull();
    }

    @Test
    void noMoreThanAHundredAreOfferedAndTheOwnOnesAreAmongThem() {
        List<Column> many = Stream.concat(IntStream.range(0, 300).mapToObj(i -> new Column("c" + i, ColumnType.NUMBER)),
                Stream.of(DATE, DELAY)).toList();
        assertThat(AxesChoice.of("date", "delay", many).names()).hasSize(100).contains("c0", "date", "delay")
                .doesNotContain("c98");
    }

    @Test
    void whatCannotBeNamedIsNotOffered() {
        assertThat(AxesChoice.of("date", "delay", List.of(DATE, DELAY, new Column("x".repeat(257), ColumnType.NUMBER)))
                .names()).containsExactly("date", "delay");
        assertThat(AxesChoice.of("row", "delay", List.of(DELAY, DISTANCE)).columns()).isEmpty();
    }
}
