package io.figcast.compute.slice;

/** What the two columns of a slice hold. */
public record ColumnTypes(ColumnType x, ColumnType y) {

    public static final ColumnTypes NUMBERS = new ColumnTypes(ColumnType.NUMBER, ColumnType.NUMBER);
}
