package io.figcast.compute.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import org.postgresql.PGConnection;

/** What the engines do differently. */
enum Engine {
    POSTGRESQL {
        @Override
        Map<String, String> properties(String url, Duration deadline) {
            return Map.of("stringtype", "unspecified", // so that a category may be a number
                    "tcpKeepAlive", "true", "connectTimeout", LOGIN, "loginTimeout", LOGIN, "cancelSignalTimeout", LOGIN,
                    "socketTimeout", Long.toString(deadline.plus(GRACE).toSeconds()));
        }

        /** Its driver takes a statement whose rows are being fetched for an idle one, and cancels nothing then. */
        @Override
        void cancel(Connection connection, Statement running) throws SQLException {
            connection.unwrap(PGConnection.class).cancelQuery();
        }

        @Override
        boolean streamsOnlyInATransaction() {
            return true;
        }

        @Override
        boolean reduces() {
            return true;
        }
    },
    SQLITE {
        @Override
        Map<String, String> properties(String url, Duration deadline) {
            return Map.of("open_mode", "1"); // SQLITE_OPEN_READONLY: a file that is not there is not made
        }

        @Override
        String asCategory(String column) {
            return "cast(" + column + " as text)";
        }
    },
    DUCKDB {
        @Override
        Map<String, String> properties(String url, Duration deadline) {
            return url.matches("jdbc:duckdb:(:memory:.*)?") ? Map.of() : Map.of("duckdb.read_only", "true");
        }

        @Override
        String asCategory(String column) {
            return "cast(" + column + " as text)";
        }
    },
    OTHER {
        @Override
        int mostParameters() {
            return 1_000;
        }
    };

    private static final String LOGIN = "10";
    private static final Duration GRACE = Duration.ofSeconds(10);

    static Engine of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        return url.startsWith("jdbc:duckdb:") ? DUCKDB : OTHER;
    }

    /** What its driver is told, where the URL does not say otherwise. */
    Map<String, String> properties(String url, Duration deadline) {
        return Map.of();
    }

    /** Ends what the connection runs, in the database. May block for some seconds. */
    void cancel(Connection connection, Statement running) throws SQLException {
        running.cancel();
    }

    /** Whether a query outside a transaction reads all rows before it gives the first. */
    boolean streamsOnlyInATransaction() {
        return false;
    }

    /** Whether rows can be reduced in it: its SQL can do so, and all queries of a transaction see one state of the data. */
    boolean reduces() {
        return false;
    }

    /** How many parameters a query takes. */
    int mostParameters() {
        return 10_000;
    }

    /** A column as what is compared with the text of a category. */
    String asCategory(String column) {
        return column;
    }

    /** Makes a call on the connection end, whatever the network does, where the driver can. */
    void limit(Connection connection, Duration deadline) {
        if (this == OTHER) {
            try {
                connection.setNetworkTimeout(Runnable::run, (int) deadline.plus(GRACE).toMillis());
            } catch (SQLException | AbstractMethodError e) {
                // then abandoning it ends it
            }
        }
    }
}
