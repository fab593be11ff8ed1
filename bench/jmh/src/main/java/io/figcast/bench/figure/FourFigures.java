package io.figcast.bench.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.figure.FigureLimits;
import io.figcast.chart.figure.Figures;
import io.figcast.chart.figure.json.DenseFigures;
import io.figcast.chart.figure.json.FigureWriter;
import io.figcast.chart.figure.plotly.AxisTitles;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.slice.Slice;

/**
 * The four figures of a slice in memory: building and encoding them, beside reading its rows once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class FourFigures {

    private static final AxisTitles TITLES = new AxisTitles("x", "y");
    private static final Region MOST_OF_IT = new Region(-3, 3, -3, 3);
    private static final Region A_CORNER = new Region(1, 1.5, 1, 1.5);

    @Param({ "normal", "whole" })
    public String values;

    @Param("10000000")
    public int rows;

    private final Figures figures = new Figures(FigureLimits.DEFAULTS);
    private Slice slice;
    private List<Figure> built;

    @Setup
    public void setUp() {
        slice = new Slice(column(1), column(2));
        built = figures.of(slice, TITLES);
    }

    @Benchmark
    public double readingTheRowsOnce() {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += slice.x()[i] + slice.y()[i];
        }
        return sum;
    }

    @Benchmark
    public List<Figure> ofTheSlice() {
        return figures.of(slice, TITLES);
    }

    @Benchmark
    public List<Figure> ofMostOfTheSlice() {
        return figures.of(slice, MOST_OF_IT, TITLES);
    }

    @Benchmark
    public List<Figure> ofACorner() {
        return figures.of(slice, A_CORNER, TITLES);
    }

    @Benchmark
    public DenseFigures encodingForThePage() {
        return FigureWriter.dense(built);
    }

    @Benchmark
    public void encodingAsNumbers() throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(OutputStream.nullOutputStream())) {
            FigureWriter.writeJson(built, json);
        }
    }

    private double[] column(long seed) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> values.equals("normal") ? random.nextGaussian() : random.nextInt(1000))
                .limit(rows).toArray();
    }
}
