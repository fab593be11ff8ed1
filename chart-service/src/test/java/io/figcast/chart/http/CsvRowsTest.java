package io.figcast.chart.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.Axes;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;

class CsvRowsTest {

    @Test
    void otherAxesAreHeadedByTheirColumns() {
        Slice slice = new Slice(new double[] { 1 }, new double[] { 2 }, ColumnType.NUMBER, ColumnType.NUMBER);

        assertThat(new CsvRows(slice, new Axes("Größe \"m²\"", "a,b")).next().toString())
                .isEqualTo("\"Größe \"\"m²\"\"\",\"a,b\"\n1.0,2.0\n");
    }

    @Test
    void timesAreWrittenInIso8601() {
        Slice slice = new Slice(new double[] { 0, 949326300123.25, -1 }, new double[] { 1.5, -2, 3e30 }, ColumnType.TIME,
                ColumnType.NUMBER);

        assertThat(new CsvRows(slice, null).next().toString()).isEqualTo("x,y\n1970-01-01T00:00:00Z,1.5\n"
                + "2000-01-31T13:45:00.123250Z,-2.0\n1969-12-31T23:59:59.999Z,3.0E30\n");
    }
}
