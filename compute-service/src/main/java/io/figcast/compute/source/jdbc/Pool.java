package io.figcast.compute.source.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;

/** A few connections to one database, opened when they are needed. */
final class Pool implements AutoCloseable {

    private static final Duration LOGIN = Duration.ofSeconds(10);
    private static final Duration ACQUISITION = Duration.ofSeconds(15);
    private static final Duration VALIDATION = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final AgroalDataSource connections;
    private final Secrets secrets;

    private Pool(AgroalDataSource connections, Secrets secrets) {
        this.connections = connections;
        this.secrets = secrets;
    }

    /**
     * Makes the pool without connecting.
     *
     * @throws SourceFailedException if there is no driver for the URL, or the password's file cannot be read
     */
    static Pool of(Database database, Engine engine, int most) {
        Optional<String> password = password(database.login());
        List<String> secrets = new ArrayList<>();
        database.login().username().ifPresent(secrets::add);
        password.ifPresent(secrets::add);
        var settings = new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                .maxSize(most).acquisitionTimeout(ACQUISITION).validateOnBorrow(true).reapTimeout(IDLE)
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout((int) VALIDATION.toSeconds()))
                .connectionFactoryConfiguration(factory -> {
                    factory.jdbcUrl(database.url()).connectionProviderClass(driver(database.url())).loginTimeout(LOGIN);
                    database.login().username().ifPresent(name -> factory.principal(new NamePrincipal(name)));
                    password.ifPresent(text -> factory.credential(new SimplePassword(text)));
                    factory.autoCommit(!engine.streamsOnlyInATransaction());
                    engine.properties(database.url(), database.longest()).forEach(factory::jdbcProperty);
                    return factory;
                }));
        try {
            return new Pool(AgroalDataSource.from(settings), new Secrets(database.url(), secrets));
        } catch (SQLException e) {
            throw new SourceFailedException("the database's connection pool cannot be made", e);
        }
    }

    Connection connect() throws SQLException {
        return connections.getConnection();
    }

    /** What the driver says, in one line and without credentials. */
    SourceFailedException failure(SQLException failure) {
        return new SourceFailedException(Messages.ofDriver(secrets.masked(String.valueOf(failure.getMessage()))), null);
    }

    @Override
    public void close() {
        connections.close();
    }

    private static Optional<String> password(Database.Login login) {
        return login.passwordFile().map(file -> {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                throw new SourceFailedException("the file that password-file names cannot be read", e);
            }
        }).or(login::password);
    }

    private static Class<? extends Driver> driver(String url) {
        for (Driver driver : ServiceLoader.load(Driver.class, Pool.class.getClassLoader())) {
            try {
                if (driver.acceptsURL(url)) {
                    return driver.getClass();
                }
            } catch (SQLException e) {
                continue; // a driver may not support this
            }
        }
        String kind = url.replaceFirst("^(jdbc:[A-Za-z0-9]*).*", "$1");
        throw new SourceFailedException("there is no JDBC driver for " + kind + " on the class path", null);
    }
}
