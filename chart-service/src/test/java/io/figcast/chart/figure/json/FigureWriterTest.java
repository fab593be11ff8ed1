package io.figcast.chart.figure.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.figcast.chart.figure.FigureLimits;
import io.figcast.chart.figure.Figures;
import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.BinCentres;
import io.figcast.chart.figure.plotly.Counts;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.FigureKind;
import io.figcast.chart.figure.plotly.HoverText;
import io.figcast.chart.figure.plotly.Layout;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.figure.plotly.Shown;
import io.figcast.chart.figure.plotly.Trace;
import io.figcast.chart.slice.ColumnType;
import io.figcast.chart.slice.Slice;

class FigureWriterTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AxisTitles TITLES = new AxisTitles("x", "y");
    private static final HoverText HOVER = HoverText.ofRow(Axes.ofNumbers(TITLES));
    private static final Slice SLICE = new Slice(new double[] { 1, 0.1, -0.0, 5e-324 },
            new double[] { 1e30, -2.5, 3, 123456789 });

    private static final Slice DATES = new Slice(new double[] { 949326300123.0, 946684800000.0, -60_000 },
            new double[] { 1, 2, 3 }, ColumnType.TIME, ColumnType.NUMBER);

    @Test
    void figuresHaveTheOriginalsAttributes() throws IOException {
        JsonNode figures = json(figuresOf(SLICE));

        assertThat(figures.findValuesAsText("kind"))
                .containsExactly("scatter", "line", "histogram2d", "histogram2dcontour");
        JsonNode markers = figures.get(0).at("/data/0");
        assertThat(markers.at("/type").asText()).isEqualTo("scatter");
        assertThat(markers.at("/mode").asText()).isEqualTo("markers");
        assertThat(markers.at("/marker"))
                .isEqualTo(MAPPER.readTree("{\"opacity\":0.5,\"size\":14,\"line\":{\"width\":1,\"color\":\"darkgrey\"}}"));
        JsonNode line = figures.get(1).at("/data/0");
        assertThat(line.at("/mode").asText()).isEqualTo("lines");
        assertThat(line.at("/line")).isEqualTo(MAPPER.readTree("{\"shape\":\"spline\",\"width\":0.5}"));
        assertThat(figures.get(2).at("/data/0/type").asText()).isEqualTo("histogram2d");
        assertThat(figures.get(3).at("/data/0/type").asText()).isEqualTo("histogram2dcontour");
        assertThat(figures).allSatisfy(figure -> assertThat(figure.at("/layout/margin"))
                .isEqualTo(MAPPER.readTree("{\"l\":20,\"r\":10,\"b\":20,\"t\":10}")));
    }

    @Test
    void everyFigureSaysHowManyRowsItShows() throws IOException {
        JsonNode figures = json(figuresOf(SLICE));

        assertThat(figures).allSatisfy(figure -> assertThat(figure.at("/layout/meta"))
                .isEqualTo(MAPPER.readTree("{\"rows\":4,\"shown\":4,\"method\":\"all\"}")));
    }

    @Test
    void numbersReadBackAsTheSameDoubles() throws IOException {
        String text = text(figuresOf(SLICE));

        assertThat(text).contains("[1,0.1,-0,4.9E-324]", "[1.0E30,-2.5,3,1.23456789E8]");
    }

    @Test
    void whatIsNoNumberIsNeverWritten() {
        Slice slice = new Slice(new double[] { Double.NaN }, new double[] { 1 });

        assertThatThrownBy(() -> text(figuresOf(slice))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void singleFigureIsWhatPlotlyTakes() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            FigureWriter.writeSingle(figuresOf(SLICE).get(0), json);
        }

        JsonNode figure = MAPPER.readTree(text.toString());

        assertThat(figure.fieldNames()).toIterable().containsExactly("data", "layout");
    }

    @Test
    void columnsThatFiguresShareTravelOnce() throws IOException {
        FigureWriter.Dense dense = FigureWriter.dense(figuresOf(SLICE));

        JsonNode figures = MAPPER.readTree(dense.figures());
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.at("/data/0/x/column").asInt(-1)).isZero();
            assertThat(figure.at("/data/0/y/column").asInt(-1)).isEqualTo(1);
        });
        assertThat(new String(dense.columns(), StandardCharsets.UTF_8)).isEqualTo(
                "[{\"dtype\":\"f8\",\"offset\":0,\"length\":4},{\"dtype\":\"f8\",\"offset\":32,\"length\":4}]");
        DoubleBuffer x = dense.buffers().get(0).duplicate().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        assertThat(x.get(1)).isEqualTo(0.1);
    }

    @Test
    void gridsTravelAsPaddedIntegersWithTheirShape() throws IOException {
        Counts counts = new Counts(1, 3, new int[] { 7, 0, 9 });
        BinCentres steps = new BinCentres(0.5, 1);
        Figure figure = new Figure(FigureKind.HISTOGRAM2D, List.of(new Trace.Heatmap(steps, steps, counts, HOVER)),
                Layout.of(Axes.ofNumbers(TITLES), Shown.all(16)));

        FigureWriter.Dense dense = FigureWriter.dense(List.of(figure));

        assertThat(new String(dense.columns(), StandardCharsets.UTF_8))
                .isEqualTo("[{\"dtype\":\"i4\",\"offset\":0,\"length\":3,\"shape\":\"1,3\"}]");
        assertThat(dense.buffers().get(0).remaining()).isEqualTo(16);
        assertThat(dense.buffers().get(0).get(8)).isEqualTo((byte) 9);
        assertThat(json(List.of(figure)).at("/0/data/0/z")).isEqualTo(MAPPER.readTree("[[7,0,9]]"));
    }

    @Test
    void datesAreIsoTextsOnAxesOfDates() throws IOException {
        JsonNode figures = json(figuresOf(DATES));

        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.at("/layout/xaxis")).isEqualTo(MAPPER.readTree("{\"type\":\"date\"}"));
            assertThat(figure.at("/layout/yaxis").isMissingNode()).isTrue();
        });
        assertThat(figures.at("/0/data/0/x"))
                .isEqualTo(MAPPER.readTree("[\"2000-01-31 13:45:00.123\",\"2000-01-01\",\"1969-12-31 23:59\"]"));
        assertThat(figures.at("/0/data/0/y")).isEqualTo(MAPPER.readTree("[1,2,3]"));
    }

    @Test
    void lineOverTimeIsInTheOrderOfTimeAndSaysSo() throws IOException {
        JsonNode figures = json(figuresOf(DATES));

        assertThat(figures.at("/1/data/0/y")).isEqualTo(MAPPER.readTree("[3,2,1]"));
        assertThat(figures.at("/1/layout/meta"))
                .isEqualTo(MAPPER.readTree("{\"rows\":3,\"shown\":3,\"method\":\"all\",\"ordered\":\"x\"}"));
        assertThat(figures.at("/0/layout/meta/ordered").isMissingNode()).isTrue();
    }

    @Test
    void datesTravelAsDoublesInTheDenseForm() throws IOException {
        FigureWriter.Dense dense = FigureWriter.dense(figuresOf(DATES));

        JsonNode figures = MAPPER.readTree(dense.figures());
        assertThat(figures.at("/0/data/0/x")).isEqualTo(MAPPER.readTree("{\"column\":0,\"type\":\"date\"}"));
        assertThat(figures.at("/0/data/0/y")).isEqualTo(MAPPER.readTree("{\"column\":1}"));
        DoubleBuffer x = dense.buffers().get(0).duplicate().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        assertThat(x.get(2)).isEqualTo(-60_000);
    }

    @Test
    void datesAreFormattedInHoverTexts() throws IOException {
        JsonNode figures = json(figuresOf(DATES));

        assertThat(figures.at("/0/data/0/hovertemplate").asText())
                .isEqualTo("x: %{x|%Y-%m-%d %H:%M:%S.%L}<br>y: %{y}<extra></extra>");
        // Plotly itself formats the range of a bin that it made.
        assertThat(figures.at("/2/data/0/hovertemplate").asText()).startsWith("x: %{x}<br>");
    }

    @Test
    void rangesOfRegionsAreDates() throws IOException {
        List<Figure> figures = new Figures(FigureLimits.DEFAULTS).of(DATES, new Region(-60_000, 0.5, -1, 5), TITLES);

        assertThat(json(figures).at("/0/layout/xaxis/range"))
                .isEqualTo(MAPPER.readTree("[\"1969-12-31 23:59\",\"1970-01-01 00:00:00.0005\"]"));
    }

    @Test
    void timesThatPlotlyDoesNotKnowAreLeftOut() throws IOException {
        Slice slice = new Slice(new double[] { 1e15, 0 }, new double[] { 1, 2 }, ColumnType.TIME, ColumnType.NUMBER);

        assertThat(json(figuresOf(slice)).at("/0/data/0/x")).isEqualTo(MAPPER.readTree("[\"1970-01-01\"]"));
    }

    private static List<Figure> figuresOf(Slice slice) {
        return new Figures(FigureLimits.DEFAULTS).of(slice, TITLES);
    }

    private static JsonNode json(List<Figure> figures) throws IOException {
        return MAPPER.readTree(text(figures));
    }

    private static String text(List<Figure> figures) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            FigureWriter.writeJson(figures, json);
        }
        return text.toString();
    }
}
