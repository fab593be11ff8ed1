package io.figcast.compute.source.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Asks over one connection for the rows of the category {@code ours}. */
record Asked(Connection connection) implements Asking {

    @Override
    public void ask(String sql, int parameters, Each each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= parameters; i++) {
                statement.setString(i, "ours");
            }
            Answers.hand(statement.executeQuery(), each);
        }
    }
}
