package io.figcast.local.dataset;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What was named on the command line as the file that both services read by themselves. */
public final class SavedConfiguration {

    private final Path file;

    /** @param root the directory in which the services are started */
    public SavedConfiguration(Path root) {
        this.file = root.resolve("config/application.properties");
    }

    public Path file() {
        return file;
    }

    /** @throws UnusableDatasetException if there is nothing to keep, or something else already */
    public void requirePossible(OwnDatasets datasets, Path scratch) {
        if (datasets.isEmpty()) {
            throw new UnusableDatasetException("--save keeps datasets, but there is no --file and no --url.");
        }
        if (datasets.list().stream().anyMatch(dataset -> dataset.directory().filter(scratch::equals).isPresent())) {
            throw new UnusableDatasetException(
                    "--save cannot keep what comes over standard input; store it in a file and name that.");
        }
        if (Files.exists(file)) {
            throw new UnusableDatasetException("--save would write " + file + ", which is there already; move it away first.");
        }
    }

    public void write(Map<String, String> properties) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "# Written by --save; every setting stands in README.md.\n" + text(properties));
        } catch (IOException e) {
            throw new UnusableDatasetException("--save cannot write " + file + ": " + e.getMessage() + ".");
        }
    }

    private static String text(Map<String, String> properties) throws IOException {
        Properties escaped = new Properties();
        escaped.putAll(properties);
        StringWriter text = new StringWriter();
        escaped.store(text, null);
        return text.toString().lines().filter(line -> !line.startsWith("#")).sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
