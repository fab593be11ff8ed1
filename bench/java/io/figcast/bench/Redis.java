package io.figcast.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** As much of a Redis client as a floor needs: commands in a pipeline, replies in order. */
final class Redis implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    Redis(String address) throws IOException {
        String[] parts = address.split(":", 2);
        socket = new Socket(parts[0], Integer.parseInt(parts[1]));
        socket.setTcpNoDelay(true);
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    }

    void send(byte[]... command) throws IOException {
        out.write(("*" + command.length + "\r\n").getBytes(ISO_8859_1));
        for (byte[] part : command) {
            out.write(("$" + part.length + "\r\n").getBytes(ISO_8859_1));
            out.write(part);
            out.write('\r');
            out.write('\n');
        }
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Reads one simple or bulk reply and returns how many bytes its value had. */
    int reply() throws IOException {
        int kind = in.read();
        String line = line();
        if (kind == '-') {
            throw new IOException(line);
        }
        if (kind != '$') {
            return line.length();
        }
        int length = Integer.parseInt(line);
        if (length >= 0) {
            in.readFully(new byte[length + 2]);
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new IOException("Redis closed the connection.");
            }
            text.append((char) c);
        }
        in.read();
        return text.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
