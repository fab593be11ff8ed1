package io.figcast.local.server;

/**
 * A server on this machine that can be stopped, killed, frozen and started again on the same port and data. Not
 * thread-safe.
 */
public interface LocalServer extends AutoCloseable {

    /** Host and port, as clients want it. */
    String address();

    /** Starts the server unless it runs, and waits until it answers. */
    void start();

    /** Asks the server to stop gracefully, and waits for it. */
    void stop();

    /** Ends the server at once, as a crash would. */
    void kill();

    /** Freezes the server: connections stay open, nothing is answered. */
    void pause();

    /** Lets a frozen server go on. */
    void resume();

    /** Ends the server for good. */
    @Override
    void close();
}
