package io.figcast.compute.slice;

/** Takes the rows of one slice in their order. Not thread-safe; may block while what it took is being stored. */
public interface RowSink {

    /** Says what the columns hold, before the first row; where nothing is said they hold numbers. */
    void columns(ColumnTypes types);

    /** Takes one row of finite numbers. */
    void row(double x, double y);

    /** Counts one row left out because a value is missing or not finite. */
    void omit();

    /** Takes what stands for all the rows, of which none is handed over then. */
    void reduced(ReducedRows rows);
}
