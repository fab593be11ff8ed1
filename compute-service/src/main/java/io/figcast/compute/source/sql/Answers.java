package io.figcast.compute.source.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Answers as JDBC gives them. */
public final class Answers {

    private Answers() {
    }

    /** Hands over all rows and closes them. */
    public static void hand(ResultSet answer, Asking.Each each) throws SQLException {
        try (answer) {
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                double[] values = new double[columns];
                for (int i = 0; i < columns; i++) {
                    double value = answer.getDouble(i + 1);
                    values[i] = answer.wasNull() ? Double.NaN : value;
                }
                each.row(values);
            }
        }
    }
}
