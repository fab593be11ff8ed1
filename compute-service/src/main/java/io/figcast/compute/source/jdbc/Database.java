package io.figcast.compute.source.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A database and what is selected of it.
 *
 * @param files globs of the files whose content belongs to the fingerprint
 * @param deadline after which the database ends a query for one category
 * @param listing after which it ends the one for all categories
 */
public record Database(String url, Login login, Selection selection, List<String> files, Duration deadline,
        Duration listing) {

    /** Who logs in; the password stands here or in a file, or there is none. */
    public record Login(Optional<String> username, Optional<String> password, Optional<String> passwordFile) {

        @Override
        public String toString() {
            return "Login"; // a record would print the password
        }
    }

    /** No call on a connection may last longer than this. */
    Duration longest() {
        return deadline.compareTo(listing) > 0 ? deadline : listing;
    }

    @Override
    public String toString() {
        return "Database"; // the URL may hold a password
    }
}
