package io.figcast.reduction.bins;

import io.figcast.reduction.date.DateText;
import io.figcast.reduction.rows.AxisType;

/** What differs between axes of numbers and of dates when Plotly chooses bins. */
enum Scale {
    NUMBERS {
        @Override
        BinSize above(double rough) {
            return new EvenSize(NiceSize.above(rough), 0, AxisType.LINEAR);
        }

        @Override
        double written(double value) {
            return value;
        }
    },
    DATES {
        @Override
        BinSize above(double rough) {
            return DateSizes.above(rough);
        }

        @Override
        double written(double value) {
            return DateText.written(value);
        }
    };

    static Scale of(AxisType type) {
        return switch (type) {
            case LINEAR -> NUMBERS;
            case DATE -> DATES;
        };
    }

    /** The round size above a rough one. */
    abstract BinSize above(double rough);

    /** A value as it comes back from Plotly's own notation. */
    abstract double written(double value);
}
