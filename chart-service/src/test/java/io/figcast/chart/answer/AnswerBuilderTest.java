package io.figcast.chart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.figcast.chart.catalogue.TestCatalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.Axis;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Manifest;
import io.figcast.chart.slice.Slice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class AnswerBuilderTest {

    private static final double[] COLUMN = { 1, 2, 3, 4 };

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AnswerBuilder builder = new AnswerBuilder(5_000, meters);

    @Test
    void oneOfEachKindIsDrawnWithTheTitlesOfTheDataset() {
        Answer answer = draw(null);

        assertThat(answer.figures()).extracting(Figure::kind).containsExactly(FigureKind.values());
        assertThat(answer.figures()).extracting(figure -> figure.layout().axes()).extracting(Axes::x).extracting(Axis::title)
                .containsOnly("width");
        assertThat(answer.figures()).extracting(figure -> figure.layout().axes()).extracting(Axes::y).extracting(Axis::title)
                .containsOnly("height");
        assertThat(answer.id()).isEqualTo("slice");
        assertThat(meters.timer("figcast.figure.builds").count()).isOne();
    }

    @Test
    void ofARegionOnlyItsRowsAreCounted() {
        Region region = new Region(1.5, 3.5, 1.5, 3.5);

        List<Figure> figures = draw(region).figures();

        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.layout().region()).contains(region);
            assertThat(figure.layout().shown().rows()).isEqualTo(2);
        });
    }

    @Test
    void anAnswerWeighsAtLeastWhatItsRowsDo() {
        assertThat(draw(null).weight()).isGreaterThanOrEqualTo(2 * 4 * Double.BYTES);
    }

    private Answer draw(@Nullable Region region) {
        Instant now = Instant.EPOCH;
        Manifest manifest = new Manifest(new CategoryRef("fruit", "figs"), "v1", COLUMN.length, 0, now, now, now, 1,
                COLUMN.length, 1, "crc32c:00000000-00000000", ColumnType.NUMBER, ColumnType.NUMBER);
        return builder.draw("slice", manifest, new Slice(COLUMN, COLUMN),
                TestCatalogues.catalogue("fruit", "5f0c", "figs"), region);
    }
}
