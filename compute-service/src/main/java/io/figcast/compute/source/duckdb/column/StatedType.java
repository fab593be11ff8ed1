package io.figcast.compute.source.duckdb.column;

import io.figcast.compute.source.columns.ColumnKind;

/** What a setting says that a column holds. */
public enum StatedType {
    BY_CONTENT,
    NUMBER,
    TIME,
    EPOCH_SECONDS,
    EPOCH_MILLISECONDS;

    public boolean admits(ColumnKind kind) {
        return switch (this) {
            case BY_CONTENT -> true;
            case TIME -> kind == ColumnKind.TIME;
            case NUMBER, EPOCH_SECONDS, EPOCH_MILLISECONDS -> kind == ColumnKind.NUMBER;
        };
    }

    public Conversion applied(Conversion conversion) {
        return switch (this) {
            case BY_CONTENT, NUMBER, TIME -> conversion;
            case EPOCH_SECONDS -> conversion.since1970(1_000);
            case EPOCH_MILLISECONDS -> conversion.since1970(1);
        };
    }
}
