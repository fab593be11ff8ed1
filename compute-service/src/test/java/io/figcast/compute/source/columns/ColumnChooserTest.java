package io.figcast.compute.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.figcast.compute.source.columns.ColumnProfile.Numbers;

/** Each column of the tables is {@code name:kind:different}, of 1,000 rows; whole numbers say from where to where. */
class ColumnChooserTest {

    private static final NamedColumns NOTHING = NamedColumns.NOTHING;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            text is the category            | a:number:900 b:number:900 c:text:3            | c        | a    | b
            a boolean is one                | a:number:900 b:number:900 c:boolean:2         | c        | a    | b
            names are none                  | name:text:1000 a:number:900 b:number:900      | all rows | a    | b
            text of one value is none       | unit:text:1 a:number:900 b:number:900         | all rows | a    | b
            the first of several            | c:text:40 d:text:2 a:number:900 b:number:900  | c        | a    | b
            few values before many          | c:text:100 d:text:5 a:number:900 b:number:900 | d        | a    | b
            many values before numbers      | k:1..4 c:text:100 a:number:900 b:number:900   | c        | a    | b
            few numbers are one             | k:1..4 a:number:900 b:number:900              | k        | a    | b
            numbers that x and y need       | k:1..4 a:number:900                           | all rows | k    | a
            a time is x                     | a:number:900 t:time:1000 c:text:3             | c        | t    | a
            the first time                  | t:time:900 u:time:1000 a:number:900           | all rows | t    | a
            measures before years           | year:1900..2000 a:number:900 b:number:900     | all rows | a    | b
            measures before identifiers     | id:1..1000 a:number:900 b:number:900          | all rows | a    | b
            identifiers by name             | county_id:5..900 a:number:900 b:number:900    | all rows | a    | b
            identifiers in camel case       | userId:5..900 a:number:900 b:number:900       | all rows | a    | b
            measures before codes           | zip:9000..9900 a:number:900 b:number:900      | all rows | a    | b
            measures before few numbers     | c:text:3 k:1..4 a:number:900 b:number:900     | c        | a    | b
            a year is x beside one measure  | a:number:900 year:1900..2000 c:text:3         | c        | year | a
            years by their values           | a:number:900 since:1900..2000                 | all rows | since | a
            a constant is last              | k:7..7 a:number:900 id:1..1000                | all rows | id   | a
            one column goes over the rows   | c:text:3 a:number:900                         | c        | row  | a
            years are the last category     | year:1990..1999 a:number:900 b:number:900     | year     | a    | b
            """)
    void columnsAreChosenByRule(String rule, String columns, String category, String x, String y) {
        ColumnChoice choice = new ColumnChooser(profiles(columns), NOTHING, List.of()).choose().orElseThrow();

        assertThat(List.of(choice.category().orElse(ColumnChoice.ALL_ROWS), choice.x().orElse(ColumnChoice.ROW), choice.y()))
                .containsExactly(category, x, y);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c |   |   | c | t | a
              | a |   | d | a | b
              | b | a | d | b | a
              |   | t | d | a | t
            """)
    void whatIsNamedStays(String category, String x, String y, String chosenCategory, String chosenX, String chosenY) {
        NamedColumns named = new NamedColumns(Optional.ofNullable(category), Optional.ofNullable(x), Optional.ofNullable(y));

        ColumnChoice choice = new ColumnChooser(profiles("a:number:900 t:time:1000 d:text:4 c:text:300 b:number:9"), named,
                List.of())
                .choose().orElseThrow();

        assertThat(choice).isEqualTo(new ColumnChoice(Optional.of(chosenCategory), Optional.of(chosenX), chosenY));
    }

    @Test
    void withoutNumbersAndTimesNothingIsChosen() {
        ColumnChooser chooser = new ColumnChooser(profiles("c:text:3 d:nested:3 e:text:0"), NOTHING, List.of());

        assertThat(chooser.choose()).isEmpty();
        assertThat(chooser.found()).containsExactly("c (text, 3 different)", "d (nested values)", "e (empty)");
    }

    @Test
    void whatElseThereIsIsTold() {
        ColumnChooser chooser = new ColumnChooser(profiles("c:text:3 a:number:900 b:number:900 d:text:9 t:time:9"), NOTHING,
                List.of());

        assertThat(chooser.others(chooser.choose().orElseThrow())).containsExactly("b");
    }

    private static List<ColumnProfile> profiles(String columns) {
        return Arrays.stream(columns.split(" ")).map(ColumnChooserTest::profile).toList();
    }

    private static ColumnProfile profile(String column) {
        String[] parts = column.split(":");
        if (parts.length == 2) {
            String[] range = parts[1].split("\\.\\.");
            double min = Double.parseDouble(range[0]);
            double max = Double.parseDouble(range[1]);
            return new ColumnProfile(parts[0], ColumnKind.NUMBER, 1000, (long) (max - min + 1),
                    new Numbers(true, min, max, false));
        }
        long distinct = Long.parseLong(parts[2]);
        return new ColumnProfile(parts[0], ColumnKind.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                distinct == 0 ? 0 : 1000, distinct, new Numbers(false, 0.5, 99.5, false));
    }
}
