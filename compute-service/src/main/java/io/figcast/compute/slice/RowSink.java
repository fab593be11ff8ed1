package io.figcast.compute.slice;

/** Takes the rows of one slice in their order. Not thread-safe; may block while what it took is being stored. */
public interface RowSink {

    /** Takes one row of finite numbers. */
    void row(double x, double y);

    /** Counts one row left out because a value is missing or not finite. */
    void omit();
}
