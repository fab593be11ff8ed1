package io.figcast.local.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How this module starts another JVM. */
public final class Java {

    /** Names the file with the class path that the build wrote; without it this JVM's own class path holds everything. */
    static final String CLASS_PATH_PROPERTY = "figcast.local.classpath";

    private Java() {
    }

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** This module's own classes and every library of it, the broker's included. */
    public static String classPathOfThisModule() {
        String configured = System.getProperty(CLASS_PATH_PROPERTY);
        if (configured == null) {
            return System.getProperty("java.class.path");
        }
        try {
            return location() + System.getProperty("path.separator") + Files.readString(Path.of(configured)).strip();
        } catch (IOException e) {
            throw new ServerFailedException("The class path of the local servers is missing at " + configured
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
