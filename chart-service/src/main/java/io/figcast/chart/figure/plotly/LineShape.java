package io.figcast.chart.figure.plotly;

/** How two rows of a line are joined: a spline for all rows; straight for a decimated line, where a spline would overshoot. */
public enum LineShape {
    SPLINE("spline"),
    LINEAR("linear");

    private final String wireName;

    LineShape(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
