package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.figcast.compute.slice.ColumnType;
import io.figcast.compute.source.CategoryList;
import io.figcast.compute.source.Note;
import io.figcast.compute.source.RunningQuery;

/** Files of other people lead to rows when nothing but the file is named. */
class PublicDataTest {

    static FileSources sources;

    @BeforeAll
    static void start() {
        sources = new FileSources(Path.of("src/test/resources/public-data").toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seattle-weather.csv   | 5  | drizzle      | date           | TIME   | precipitation        | 53
            iowa-electricity.csv  | 3  | Fossil Fuels | year           | TIME   | net_generation       | 17
            us-employment.csv     | 1  | all rows     | month          | TIME   | nonfarm              | 120
            unemployment.tsv      | 1  | all rows     | id             | NUMBER | rate                 | 3218
            global-temp.csv       | 1  | all rows     | year           | NUMBER | temp                 | 144
            burtin.json           | 2  | negative     | Penicillin     | NUMBER | Streptomycin         | 9
            penguins-raw.csv      | 3  | PAL0708      | Date Egg       | TIME   | Culmen Length (mm)   | 109
            linnerud_exercise.csv | 1  | all rows     | Chins          | NUMBER | Situps               | 20
            iris.csv              | 3  | 0            | 150            | NUMBER | 4                    | 50
            nile.csv              | 1  | all rows     | year           | NUMBER | volume               | 100
            sunspots.csv          | 1  | all rows     | YEAR           | NUMBER | SUNACTIVITY          | 309
            elec_equip.csv        | 1  | all rows     | DATE           | TIME   | STS.M.I7.W.TOVT.NS0016.4.000 | 257
            wind.csv.gz           | 16 | N            | row            | NUMBER | frequency            | 8
            """)
    void fileAloneLeadsToRows(String file, int categories, String category, String x, ColumnType xType, String y, int rows) {
        FileSource source = sources.of(file);
        CategoryList list = source.categories(new RunningQuery());
        RowList read = new RowList();
        source.open(category).read(read);

        assertThat(list.categories()).hasSize(categories).startsWith(category);
        assertThat(list.description().notes()).extracting(Note::code).containsExactly("COLUMNS_CHOSEN");
        assertThat(list.description().x()).contains(x);
        assertThat(list.description().y()).contains(y);
        assertThat(read.types().x()).isEqualTo(xType);
        assertThat(read.rows()).hasSize(rows);
    }
}
