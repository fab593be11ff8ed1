package io.figcast.testing.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tables of settings in README.md: by the title of a table, the names in it and the defaults that are written as code.
 * In a row a name with a leading dot continues the prefix of the row's first one; names of a dataset lack theirs.
 */
public final class ConfigurationReference {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern NO_WORDS = Pattern.compile("[ ,]*(`[^`]+`[ ,]*)+");
    private static final String DATASET = "figcast.datasets.<name>.";

    private final Map<String, Map<String, String>> tables = new TreeMap<>();

    public ConfigurationReference() {
        String title = "";
        for (String line : section()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 3 && cells[2].strip().equals("default")) {
                title = cells[1].strip().replaceAll(":.*", "");
                tables.put(title, new TreeMap<>());
            } else if (cells.length > 3 && !cells[1].startsWith("---")) {
                row(tables.computeIfAbsent(title, none -> new TreeMap<>()), title.equals("a dataset") ? DATASET : "", cells[1],
                        cells[2]);
            }
        }
    }

    /** The settings of one table: their names, and their defaults or an empty text where words stand instead. */
    public Map<String, String> table(String title) {
        Map<String, String> table = tables.get(title);
        if (table == null) {
            throw new AssertionError("README.md has no table of settings titled " + title);
        }
        return table;
    }

    private static void row(Map<String, String> table, String prefix, String nameCell, String defaultCell) {
        List<String> names = codes(nameCell);
        String stated = defaultCell.replaceAll("\\([^)]*\\)", "");
        List<String> values = codes(stated);
        boolean allStated = values.size() == names.size() && NO_WORDS.matcher(stated).matches();
        for (int i = 0; i < names.size(); i++) {
            String name = prefix + names.get(i);
            if (names.get(i).startsWith(".")) {
                name = names.get(0).substring(0, names.get(0).lastIndexOf('.')) + names.get(i);
            }
            if (name.startsWith("figcast.")) {
                table.put(name, allStated ? values.get(i) : "");
            }
        }
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1)).toList();
    }

    private static List<String> section() {
        List<String> section = new ArrayList<>();
        boolean inside = false;
        for (String line : lines()) {
            inside = line.startsWith("## ") ? line.equals("## Configuration") : inside;
            if (inside) {
                section.add(line);
            }
        }
        return section;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
