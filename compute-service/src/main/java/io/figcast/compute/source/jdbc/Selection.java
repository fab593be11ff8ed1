package io.figcast.compute.source.jdbc;

import java.util.List;

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

    /** Three columns of a table or of what a query gives. Their names are exact. */
    record Columns(From from, String category, String x, String y) implements Selection {

        @Override
        public List<String> parts() {
            return List.of(from.kind(), from.text(), category, x, y);
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
