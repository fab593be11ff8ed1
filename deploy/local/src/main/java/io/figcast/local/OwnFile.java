package io.figcast.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.figcast.local.server.ServerFailedException;

/**
 * A dataset over the file that was named with {@code --file}, as configuration for compute-service.
 *
 * @param name the dataset's name
 * @param file absolute path of a CSV, TSV, Parquet or JSON file
 */
record OwnFile(String name, Path file, String category, String x, String y) {

    private static final Set<String> BUILT_IN = Set.of("fruit", "penguins");

    /** @throws ServerFailedException with one sentence if the file or a column is not there */
    static Optional<OwnFile> checked(Options options) {
        Optional<String> named = options.value("--file");
        if (named.isEmpty()) {
            List.of("--category", "--x", "--y", "--name").forEach(option -> options.value(option).ifPresent(value -> {
                throw new ServerFailedException(option + " is about a file of your own, but --file is missing.");
            }));
            return Optional.empty();
        }
        Path file = Path.of(named.get()).toAbsolutePath().normalize();
        requireReadable(file);
        List<String> columns = columns(file);
        return Optional.of(new OwnFile(name(file, options), file, column("--category", options, file, columns),
                column("--x", options, file, columns), column("--y", options, file, columns)));
    }

    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new ServerFailedException("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ServerFailedException(file + " is not a file that can be read.");
        }
    }

    private static List<String> columns(Path file) {
        List<String> columns = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("DESCRIBE SELECT * FROM '" + file.toString().replace("'", "''") + "'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ServerFailedException(file + " cannot be read as CSV, TSV, Parquet or JSON: " + reason);
        }
        return columns;
    }

    private static String column(String option, Options options, Path file, List<String> columns) {
        String list = file.getFileName() + " has the columns: " + String.join(", ", columns) + ".";
        String column = options.value(option)
                .orElseThrow(() -> new ServerFailedException("--file needs " + option + " as well; " + list));
        if (!columns.contains(column)) {
            throw new ServerFailedException(option + ": there is no column " + column + "; " + list);
        }
        return column;
    }

    private static String name(Path file, Options options) {
        Optional<String> chosen = options.value("--name");
        if (chosen.isPresent()) {
            if (!chosen.get().matches("[a-z0-9][a-z0-9-]{0,62}")) {
                throw new ServerFailedException("--name is made of a to z, 0 to 9 and -, at most 63 of them, not "
                        + chosen.get() + ".");
            }
            if (BUILT_IN.contains(chosen.get())) {
                throw new ServerFailedException(
                        "--name " + chosen.get() + " is a dataset that comes with Figcast; choose another.");
            }
            return chosen.get();
        }
        String plain = String.valueOf(file.getFileName()).replaceFirst("\\..*$", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String fitting = plain.isEmpty() ? "file" : plain.substring(0, Math.min(plain.length(), 50));
        return BUILT_IN.contains(fitting) ? fitting + "-file" : fitting;
    }

    /** The dataset's settings, by their names. */
    Map<String, String> settings() {
        String prefix = "figcast.datasets." + name + ".";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("figcast.default-dataset", name);
        settings.put("figcast.data-directories", String.valueOf(file.getParent()).replace("\\", "\\\\").replace(",", "\\,"));
        settings.put(prefix + "title", String.valueOf(file.getFileName()));
        settings.put(prefix + "file", file.toString());
        settings.put(prefix + "category-column", category);
        settings.put(prefix + "x-column", x);
        settings.put(prefix + "y-column", y);
        settings.put(prefix + "x-title", x);
        settings.put(prefix + "y-title", y);
        return settings;
    }
}
