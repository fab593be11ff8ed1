package io.figcast.compute.source.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A database and what is selected of it.
 *
 * @param files globs of the files whose content belongs to the fingerprint
 * @param deadline after which the database ends a query
 */
public record Database(String url, Login login, Selection selection, List<String> files, Duration deadline) {

    /** Who logs in; the password stands here or in a file, or there is none. */
    public record Login(Optional<String> username, Optional<String> password, Optional<String> passwordFile) {

        @Override
        public String toString() {
            return "Login"; // a record would print the password
        }
    }

    @Override
    public String toString() {
        return "Database"; // the URL may hold a password
    }
}
