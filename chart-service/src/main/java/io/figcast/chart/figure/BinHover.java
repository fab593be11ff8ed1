package io.figcast.chart.figure;

import java.math.BigDecimal;
import java.math.MathContext;

import io.figcast.chart.figure.plotly.Axes;
import io.figcast.chart.figure.plotly.Axis;
import io.figcast.chart.figure.plotly.HoverText;
import io.figcast.reduction.bins.Bins;
import io.figcast.reduction.bins.EvenBins;
import io.figcast.reduction.bins.MonthBins;
import io.figcast.reduction.date.DatePrecision;

/** The text for a bin that was counted here: its centre, and how far it reaches to either side. */
record BinHover(Axes axes) {

    private static final MathContext READABLE = new MathContext(6);
    private static final double DAY = 86_400_000;
    private static final double HOUR = 3_600_000;
    private static final double MINUTE = 60_000;
    private static final double SECOND = 1_000;

    HoverText of(Bins x, Bins y) {
        Axes precise = new Axes(precise(axes.x(), x), precise(axes.y(), y));
        return HoverText.ofBin(precise, reach(axes.x(), x), reach(axes.y(), y));
    }

    private static Axis precise(Axis axis, Bins bins) {
        return switch (axis.type()) {
            case LINEAR -> axis;
            case DATE -> Axis.ofDates(axis.title(), bins instanceof MonthBins ? DatePrecision.DAYS
                    : DatePrecision.of(bins.firstCentre(), Math.rint(bins.step())));
        };
    }

    private static String reach(Axis axis, Bins bins) {
        double reach = bins.step() / 2;
        return switch (axis.type()) {
            case LINEAR -> " ± " + readable(reach);
            // Months differ by days, and so do their bins from the boxes of one width that are drawn for them.
            case DATE -> bins instanceof EvenBins ? " ± " + span(reach) : " ± " + Math.round(reach / DAY) + " d (months)";
        };
    }

    private static String span(double ms) {
        if (ms >= DAY) {
            return readable(ms / DAY) + " d";
        }
        if (ms >= HOUR) {
            return readable(ms / HOUR) + " h";
        }
        if (ms >= MINUTE) {
            return readable(ms / MINUTE) + " min";
        }
        return ms >= SECOND ? readable(ms / SECOND) + " s" : readable(ms) + " ms";
    }

    private static String readable(double number) {
        BigDecimal rounded = new BigDecimal(number).round(READABLE).stripTrailingZeros();
        return rounded.toString();
    }
}
