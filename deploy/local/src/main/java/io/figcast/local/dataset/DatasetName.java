package io.figcast.local.dataset;

import java.util.Locale;
import java.util.Set;

/** The name of a dataset: the one that was chosen, or one made of what it shows. */
final class DatasetName {

    private static final int LONGEST_MADE = 50;

    private DatasetName() {
    }

    /** @param taken names that it must not have */
    static String of(Named named, String shown, Set<String> taken) {
        return named.value("--name").map(chosen -> checked(chosen, taken)).orElseGet(() -> made(shown, taken));
    }

    private static String checked(String chosen, Set<String> taken) {
        if (!chosen.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new UnusableDatasetException(
                    "--name has 1 to 63 of a to z, 0 to 9 and -, and does not begin with -; it cannot be " + chosen + ".");
        }
        if (taken.contains(chosen)) {
            throw new UnusableDatasetException("--name " + chosen + " is taken by another dataset; choose another.");
        }
        return chosen;
    }

    private static String made(String shown, Set<String> taken) {
        String plain = shown.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        String name = plain.substring(0, Math.min(plain.length(), LONGEST_MADE)).replaceAll("-$", "");
        String base = name.isEmpty() ? "data" : name;
        String free = base;
        for (int number = 2; taken.contains(free); number++) {
            free = base + "-" + number;
        }
        return free;
    }
}
