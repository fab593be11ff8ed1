package io.figcast.compute.source.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

import io.figcast.compute.slice.ColumnTypes;
import io.figcast.compute.slice.ReducedRows;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.sql.Answers;
import io.figcast.compute.source.sql.Asking;
import io.figcast.compute.source.sql.EngineReduction;

/**
 * Has a database reduce the rows that its slice query gives for a category. Their places are their numbers in the order of
 * that query.
 *
 * @param slice the slice query
 */
record ReducingDatabase(Session session, String slice, String category, RunningQuery query) implements Asking {

    private static final int FETCH = 10_000;

    /** What the figures need of the rows, and what their columns hold. */
    record Reduced(ColumnTypes types, ReducedRows rows) {
    }

    Reduced reduced() throws SQLException {
        try (PreparedStatement statement = session.prepared(slice, FETCH)) {
            ResultSetMetaData columns = statement.getMetaData();
            DatabaseReading.check(columns);
            Values x = Values.of(session.engine(), columns, 1);
            Values y = Values.of(session.engine(), columns, 2);
            ColumnTypes types = new ColumnTypes(x.type(), y.type());
            String given = " FROM (\n" + Statements.withoutEnd(slice) + "\n) given (a, b)";
            long[] all = new long[1];
            ask("SELECT count(*)" + given, 1, found -> all[0] = (long) found[0]);
            String rows = "SELECT " + x.sql("a") + " AS x, " + y.sql("b") + " AS y, row_number() OVER () AS place"
                    + given;
            return new Reduced(types, EngineReduction.of(this, rows, new EngineReduction.Size(all[0], all[0]),
                    EngineReduction.axes(types)));
        }
    }

    @Override
    public void ask(String sql, int parameters, Each each) throws SQLException {
        query.failIfCancelled();
        try (PreparedStatement statement = session.prepared(sql, FETCH)) {
            for (int i = 1; i <= parameters; i++) {
                statement.setString(i, category);
            }
            Answers.hand(statement.executeQuery(), each);
        }
    }
}
