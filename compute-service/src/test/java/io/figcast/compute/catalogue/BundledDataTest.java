package io.figcast.compute.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.duckdb.FileSource;
import io.figcast.compute.source.duckdb.RowList;
import io.figcast.compute.source.duckdb.WithFiles;

class BundledDataTest extends WithFiles {

    @Test
    void fruitIsWhatTheGeneratorMakes() {
        FileSource fruit = sources.of("classpath:data/fruit.csv", "category", "x", "y");
        assertThat(fruit.categories(new RunningQuery()).categories())
                .containsExactlyElementsOf(FruitGenerator.rowsOfEach().keySet());
        FruitGenerator.rowsOfEach().forEach((category, rows) -> {
            RowList read = new RowList();
            fruit.open(category).read(read);
            assertThat(read.omitted()).isZero();
            assertThat(read.rows()).hasSize(rows)
                    .containsExactlyElementsOf(FruitGenerator.rows().stream()
                            .filter(row -> row.category().equals(category))
                            .map(row -> new RowList.Row(row.x(), row.y())).toList());
        });
    }

    @Test
    void penguinsWithoutMeasurementAreOmitted() {
        FileSource penguins = sources.of("classpath:data/penguins.csv", "species", "bill_length_mm", "bill_depth_mm");
        assertThat(penguins.categories(new RunningQuery()).categories()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        RowList adelie = new RowList();
        penguins.open("Adelie").read(adelie);
        assertThat(adelie.omitted()).isEqualTo(1);
        assertThat(adelie.rows()).hasSize(151).startsWith(new RowList.Row(39.1, 18.7), new RowList.Row(39.5, 17.4));
    }
}
