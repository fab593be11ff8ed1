package io.figcast.compute.source.dataset;

import java.util.List;

import io.figcast.compute.source.duckdb.WantedColumns;
import io.figcast.compute.source.jdbc.Database;
import io.figcast.compute.source.jdbc.Selection;

/** Where a dataset's rows come from, as configured. */
public sealed interface Origin {

    /**
     * Columns of one or several files.
     *
     * @param maxUnreadable the share of lines that may be left out because they cannot be read
     */
    record Files(String file, WantedColumns columns, double maxUnreadable) implements Origin {
    }

    /**
     * What is selected of a database.
     *
     * @param files globs of files whose content belongs to the fingerprint
     */
    record Jdbc(String url, Database.Login login, Selection selection, List<String> files)
            implements
                Origin {

        @Override
        public String toString() {
            return "Jdbc"; // the URL may hold a password
        }
    }

    /** A definition that cannot be used, and what is wrong with it. */
    record Broken(String message) implements Origin {
    }
}
