package io.figcast.local.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How this module starts another JVM. */
public final class Java {

    /** Names the file with the class path that the build wrote; by default it is found beside this module's classes. */
    static final String CLASS_PATH_PROPERTY = "figcast.local.classpath";

    private Java() {
    }

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** This module's own classes and every library of it, the broker's included. */
    public static String classPathOfThisModule() {
        Path own = location();
        String configured = System.getProperty(CLASS_PATH_PROPERTY);
        Path file = configured == null ? own.resolveSibling("classpath") : Path.of(configured);
        try {
            return own + System.getProperty("path.separator") + Files.readString(file).strip();
        } catch (IOException e) {
            throw new ServerFailedException("The class path of the local servers is missing at " + file
                    + ": build the module deploy/local first.");
        }
    }

    /** The jar or the directory that this module's classes are in. */
    static Path location() {
        try {
            return Path.of(Java.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
