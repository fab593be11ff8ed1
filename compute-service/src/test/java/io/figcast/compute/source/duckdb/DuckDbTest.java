package io.figcast.compute.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.source.duckdb.column.Sql;

class DuckDbTest {

    @TempDir
    Path directory;
    Path inside;
    DuckDb duckDb;

    @BeforeEach
    void start() throws IOException {
        inside = Files.createDirectory(directory.resolve("it's [data]"));
        Files.writeString(inside.resolve("in.csv"), "a,b\n1,2\n");
        Files.writeString(directory.resolve("out.csv"), "a,b\n1,2\n");
        duckDb = DuckDb.start("512MB", 1, List.of(inside));
    }

    @AfterEach
    void stop() {
        duckDb.close();
    }

    @Test
    void dataDirectoryIsReadable() throws SQLException {
        assertThat(first("SELECT b FROM read_csv(" + Sql.literal(inside.resolve("in.csv").toString()) + ")"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT * FROM read_text('/etc/passwd')",
            "SELECT * FROM read_csv('%s/out.csv')",
            "SELECT * FROM read_csv('%s/it''s [data]/../out.csv')",
            "SELECT * FROM glob('/etc/*')",
            "SELECT * FROM read_csv('http://127.0.0.1:1/x.csv')",
            "COPY (SELECT 1) TO '%s/new.csv'",
            "ATTACH '%s/new.db'",
            "EXPORT DATABASE '%s/new'",
            "INSTALL httpfs",
            "LOAD httpfs",
            "SET enable_external_access = true",
            "SET allowed_directories = ['/']",
            "SET memory_limit = '64GB'",
            "RESET lock_configuration" })
    void everythingElseIsRefused(String sql) throws IOException {
        assertThatThrownBy(() -> first(sql.formatted(directory))).isInstanceOf(SQLException.class)
                .hasMessageFindingMatch("disabled|locked|Permission");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void memoryAndThreadsAreBoundedAsConfigured() throws SQLException {
        assertThat(first("SELECT current_setting('threads') || ' ' || current_setting('memory_limit')"))
                .isEqualTo("1 244.1 MiB");
    }

    private String first(String sql) throws SQLException {
        try (DuckDBConnection connection = duckDb.connect(Format.CSV);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
