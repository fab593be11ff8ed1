package io.figcast.chart.category;

import java.util.regex.Pattern;

/** The form of a dataset's name: {@code [a-z0-9][a-z0-9-]{0,62}}. */
public final class DatasetName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private DatasetName() {
    }

    public static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }
}
