package io.figcast.compute.source.sql;

import io.figcast.reduction.date.DateText;
import io.figcast.reduction.rows.AxisType;
import io.figcast.reduction.rows.AxisTypes;

/**
 * Rows as a query with one parameter: columns x, y and place.
 *
 * @param sql the query
 */
record Relation(String sql) {

    private static final String FINITE = " BETWEEN " + Sql.number(-Double.MAX_VALUE) + " AND " + Sql.number(Double.MAX_VALUE);

    /** Those of the rows that have both values. */
    static String finite(String rows) {
        return "SELECT x, y FROM (" + rows + ") r WHERE x" + FINITE + " AND y" + FINITE;
    }

    /** Those of the rows that have both values, with times as figures have them: whole milliseconds that Plotly knows. */
    static Relation drawable(String rows, AxisTypes types) {
        Relation finite = new Relation("SELECT " + value("x", types.x()) + " AS x, " + value("y", types.y())
                + " AS y, place FROM (" + rows + ") r WHERE x" + FINITE + " AND y" + FINITE);
        return types.equals(AxisTypes.NUMBERS) ? finite
                : finite.within(first(types.x()), last(types.x()), first(types.y()), last(types.y()));
    }

    /** As a part of another query. */
    String rows() {
        return "(" + sql + ") r";
    }

    Relation within(double x0, double x1, double y0, double y1) {
        return new Relation("SELECT x, y, place FROM " + rows() + " WHERE x BETWEEN " + Sql.number(x0) + " AND "
                + Sql.number(x1) + " AND y BETWEEN " + Sql.number(y0) + " AND " + Sql.number(y1));
    }

    Relation asZero(boolean x, boolean y) {
        return new Relation("SELECT " + (x ? Sql.number(0) + " AS x" : "x") + ", " + (y ? Sql.number(0) + " AS y" : "y")
                + ", place FROM " + rows());
    }

    private static String value(String column, AxisType type) {
        return switch (type) {
            case LINEAR -> column;
            case DATE -> Sql.rounded(column);
        };
    }

    private static double first(AxisType type) {
        return type == AxisType.DATE ? DateText.FIRST : -Double.MAX_VALUE;
    }

    private static double last(AxisType type) {
        return type == AxisType.DATE ? DateText.LAST : Double.MAX_VALUE;
    }
}
