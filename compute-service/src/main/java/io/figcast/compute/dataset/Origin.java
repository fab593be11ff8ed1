package io.figcast.compute.dataset;

import java.util.List;
import java.util.Optional;

/** Where a dataset's rows come from, as configured. */
sealed interface Origin {

    /** Columns of one or several files. */
    record Files(String file, String categoryColumn, String xColumn, String yColumn) implements Origin {
    }

    /**
     * Two queries on a database.
     *
     * @param files globs of files whose content belongs to the fingerprint
     */
    record Database(String url, Optional<String> username, Optional<String> password, Optional<String> passwordFile,
            String categoriesQuery, String sliceQuery, List<String> files) implements Origin {

        @Override
        public String toString() {
            return "Database"; // a record would print the password
        }
    }

    /** A definition that cannot be used, and what is wrong with it. */
    record Broken(String message) implements Origin {
    }
}
