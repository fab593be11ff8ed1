package io.figcast.compute.source.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.figcast.compute.source.columns.NamedColumns;

/** What makes a dataset of a database. */
public sealed interface Selection {

    /** What of it decides about the rows. */
    List<String> parts();

    /**
     * Two queries as they were given.
     *
     * @param categories whose first column holds the categories
     * @param slice with one parameter, the category, and two columns, x and y
     */
    record Queries(String categories, String slice) implements Selection {

        @Override
        public List<String> parts() {
            return List.of(categories, slice);
        }
    }

    /**
     * Columns of a table or of what a query gives. Their names are exact; those that are not named are chosen.
     *
     * @param listed the columns that requests may choose; if none, those that fit, unless x and y are both named
     */
    record Columns(From from, NamedColumns named, List<String> listed) implements Selection {

        public Columns {
            listed = List.copyOf(listed);
        }

        /** All three by name, and no others to choose. */
        public Columns(From from, String category, String x, String y) {
            this(from, new NamedColumns(Optional.of(category), Optional.of(x), Optional.of(y)), List.of());
        }

        @Override
        public List<String> parts() {
            List<String> parts = new ArrayList<>(List.of(from.kind(), from.text(), named.category().orElse(""),
                    named.x().orElse(""), named.y().orElse("")));
            if (!named.axes()) { // then the listed ones decide what is chosen
                parts.addAll(listed);
            }
            return parts;
        }
    }

    /** Where the columns stand. */
    sealed interface From {

        String kind();

        String text();
    }

    /** A table, with its schema where it needs one: {@code shop.sales}. */
    record Table(String text) implements From {

        @Override
        public String kind() {
            return "table";
        }
    }

    /** A query without parameters. */
    record Query(String text) implements From {

        @Override
        public String kind() {
            return "query";
        }
    }
}
