package io.figcast.local.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A dataset over {@code --file}: a file, a glob, standard input, or a table of a database that is a file. */
final class OwnFile {

    private static final String STANDARD_INPUT = "-";

    private OwnFile() {
    }

    static OwnDataset dataset(Named named, StandardInput input, Set<String> taken) {
        named.refuse("is about a database that --url names, not about a file.", "--username", "--password-file");
        String given = named.value("--file").orElseThrow();
        if (given.equals(STANDARD_INPUT)) {
            named.refuse("is about a database, not about standard input.", "--query", "--table");
            return plain(named, input.kept(), "Standard input", "stdin", taken);
        }
        Path file = Path.of(given).toAbsolutePath().normalize();
        if (!Files.exists(file) && isGlob(given)) {
            named.refuse("is about one database file, not about a glob.", "--query", "--table");
            requireDirectory(file, given);
            return plain(named, file, given, stem(given), taken);
        }
        requireReadable(file);
        String shown = String.valueOf(file.getFileName());
        Optional<String> driver = driver(file);
        if (driver.isPresent()) {
            return Database.inFile(named, file, driver.get(), DatasetName.of(named, stem(shown), taken));
        }
        named.refuse("is about a database, and " + shown + " is none.", "--query", "--table");
        return plain(named, file, shown, stem(shown), taken);
    }

    private static OwnDataset plain(Named named, Path file, String title, String stem, Set<String> taken) {
        Map<String, String> settings = new HashMap<>(Columns.settings(named));
        settings.put("file", file.toString());
        return new OwnDataset(DatasetName.of(named, stem, taken), title, settings, Optional.of(fixedDirectory(file)));
    }

    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new UnusableDatasetException("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableDatasetException(file + " is not a file that can be read"
                    + (Files.isDirectory(file) ? "; for all files in it: --file '" + file + "/*.csv'." : "."));
        }
    }

    private static void requireDirectory(Path glob, String given) {
        Path directory = fixedDirectory(glob);
        if (!Files.isDirectory(directory)) {
            throw new UnusableDatasetException("There is no directory " + directory + " for --file " + given + ".");
        }
    }

    private static boolean isGlob(String text) {
        return text.chars().anyMatch(character -> "*?[{".indexOf(character) >= 0);
    }

    /** The directory that holds the file, or all that the glob can match. */
    private static Path fixedDirectory(Path file) {
        Path directory = file;
        do {
            directory = Optional.ofNullable(directory.getParent()).orElse(Path.of("/"));
        } while (!Files.isRegularFile(file) && isGlob(directory.toString()));
        return directory;
    }

    /** The name without what tells its kind. */
    private static String stem(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("(?<=.)\\.[^.]*(\\.(gz|zst))?$", "");
    }

    /** The name of the JDBC driver for a file that is a database, as its first bytes tell. */
    private static Optional<String> driver(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            String begin = new String(bytes.readNBytes(16), StandardCharsets.ISO_8859_1);
            if (begin.startsWith("SQLite format 3")) {
                return Optional.of("sqlite");
            }
            return begin.startsWith("DUCK", 8) ? Optional.of("duckdb") : Optional.empty();
        } catch (IOException e) {
            throw new UnusableDatasetException(file + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
