package io.figcast.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection that sends the same GET again and again; answers have a Content-Length. */
final class HttpConnection {

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
    private long due;
    /** Bytes of the answer's body that are still to come; -1 while its head is not complete. */
    private long missing = -1;

    private HttpConnection(SocketChannel channel, byte[] request) {
        this.channel = channel;
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
    }

    static HttpConnection open(URI uri, byte[] request, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        HttpConnection connection = new HttpConnection(channel, request);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    static byte[] request(URI uri, List<String> headers) {
        StringBuilder text = new StringBuilder("GET " + uri.getRawPath());
        text.append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        text.append(" HTTP/1.1\r\nHost: ").append(uri.getAuthority()).append("\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    void send(long dueAt) throws IOException {
        due = dueAt;
        missing = -1;
        in.clear();
        request.flip();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    long due() {
        return due;
    }

    /** Reads what is there; true when the answer is complete. */
    boolean readAnswer() throws IOException {
        while (true) {
            int read = channel.read(in);
            if (read < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (read == 0) {
                return false;
            }
            if (missing < 0) {
                lookForHead();
            } else {
                missing -= read;
                in.clear();
            }
            if (missing == 0) {
                return true;
            }
        }
    }

    private void lookForHead() throws IOException {
        byte[] bytes = new byte[Math.min(in.position(), 4096)];
        in.duplicate().flip().get(bytes);
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        missing = lengthOf(text.substring(0, end).toLowerCase(Locale.ROOT)) - (in.position() - end - 4);
        in.clear();
    }

    private static long lengthOf(String head) throws IOException {
        if (head.startsWith(" 304", 8)) {
            return 0;
        }
        int at = head.indexOf("\r\ncontent-length:");
        if (!head.startsWith(" 200", 8) || at < 0) {
            throw new IOException("Unexpected answer: " + head);
        }
        int end = head.indexOf('\r', at + 2);
        return Long.parseLong(head.substring(at + 17, end < 0 ? head.length() : end).strip());
    }
}
