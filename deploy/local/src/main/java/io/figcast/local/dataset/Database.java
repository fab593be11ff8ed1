package io.figcast.local.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A dataset over a query or a table of a database. */
final class Database {

    private static final String EXAMPLE = "such as jdbc:postgresql://host:5432/database or duckdb:some.db";

    private Database() {
    }

    static OwnDataset dataset(Named named, Set<String> taken) {
        String given = named.value("--url").orElseThrow();
        String url = given.startsWith("duckdb:") ? "jdbc:" + given : given;
        if (!url.matches("jdbc:[a-z0-9]+:.+")) {
            throw new UnusableDatasetException("--url is a JDBC address " + EXAMPLE + ", not " + given + ".");
        }
        String name = DatasetName.of(named, named.value("--table").orElse("query"), taken);
        return new OwnDataset(name, title(named, name), settings(named, url), Optional.empty());
    }

    /** @param driver the driver's name in a JDBC address */
    static OwnDataset inFile(Named named, Path file, String driver, String name) {
        Map<String, String> settings = settings(named, "jdbc:" + driver + ":" + file);
        settings.put("files", file.toString().replace("\\", "\\\\").replace(",", "\\,"));
        String title = file.getFileName() + named.value("--table").map(table -> ", " + table).orElse("");
        return new OwnDataset(name, title, settings, Optional.ofNullable(file.getParent()));
    }

    private static Map<String, String> settings(Named named, String url) {
        if (named.value("--query").isPresent() == named.value("--table").isPresent()) {
            throw new UnusableDatasetException(
                    "A database needs either --table TABLE or --query 'select …', and " + url.split("[?;]", 2)[0] + " has "
                            + (named.value("--query").isPresent() ? "both." : "neither."));
        }
        Map<String, String> settings = new HashMap<>(Columns.settings(named));
        settings.put("url", url);
        named.value("--query").ifPresent(query -> settings.put("query", query));
        named.value("--table").ifPresent(table -> settings.put("table", table));
        named.value("--username").ifPresent(user -> settings.put("username", user));
        named.value("--password-file").ifPresent(file -> settings.put("password-file", readable(file)));
        return settings;
    }

    private static String readable(String given) {
        Path file = Path.of(given).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableDatasetException("--password-file " + file + " is not a file that can be read.");
        }
        return file.toString();
    }

    private static String title(Named named, String name) {
        return named.value("--table").orElse(name);
    }
}
