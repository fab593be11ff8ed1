package io.figcast.chart.figure.plotly;

import java.util.Arrays;
import java.util.Optional;

/**
 * The four ways in which a slice is drawn, in the order in which answers hold them.
 */
public enum FigureKind {
    SCATTER("scatter"),
    LINE("line"),
    HISTOGRAM2D("histogram2d"),
    HISTOGRAM2DCONTOUR("histogram2dcontour");

    private final String wireName;

    FigureKind(String wireName) {
        this.wireName = wireName;
    }

    public static Optional<FigureKind> of(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
    }

    public String wireName() {
        return wireName;
    }
}
