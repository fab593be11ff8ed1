package io.figcast.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Many browsers that listen to one event stream each. First all connect and wait for the present state; then, for every
 * line on standard input, a category is asked for and the time is taken until each stream has said that it is ready.
 */
public final class Streams {

    private static final long PATIENCE = 60_000_000_000L;

    private final URI base;
    private final Selector selector;
    private final int count;
    private int done;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);

    private Streams(URI base, int count) throws IOException {
        this.base = base;
        this.count = count;
        this.selector = Selector.open();
    }

    /** @param arguments base URL, number of streams, dataset, a category that is ready before the streams open */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Streams streams = new Streams(URI.create(arguments[0]), Integer.parseInt(arguments[1]));
        long begin = System.nanoTime();
        streams.open(arguments[3]);
        System.out.println("{\"opened\":" + streams.awaitAll(begin) + "}");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, ISO_8859_1));
        for (String category = commands.readLine(); category != null; category = commands.readLine()) {
            String expected = category;
            streams.done = 0;
            streams.selector.keys().forEach(key -> key.attach(new Listener(expected)));
            long asked = System.nanoTime();
            streams.ask(arguments[2], category);
            System.out.println("{\"signalled\":" + streams.awaitAll(asked) + "}");
        }
    }

    /** At most so many connections are opening at once as a listen queue takes. */
    private void open(String category) throws IOException {
        byte[] request = HttpConnection.request(base.resolve("/api/signals"), List.of("Accept: text/event-stream"));
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(base.getHost(), base.getPort()));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Listener(category));
            if (i % 64 == 0) {
                read(0);
            }
        }
    }

    private void ask(String dataset, String category) throws IOException, InterruptedException {
        String body = "{\"dataset\":\"%s\",\"category\":\"%s\"}".formatted(dataset, category);
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/requests")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        int status = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 202) {
            throw new IOException("Unexpected answer: " + status);
        }
    }

    private String awaitAll(long begin) throws IOException {
        long first = 0;
        while (true) {
            read(100);
            long now = System.nanoTime();
            if (first == 0 && done > 0) {
                first = now;
            }
            if (done == count) {
                return "{\"first\":" + (first - begin) / 1_000_000 + ",\"last\":" + (now - begin) / 1_000_000 + "}";
            }
            if (now - begin > PATIENCE) {
                throw new IOException("Streams without the signal: " + (count - done));
            }
        }
    }

    private void read(long wait) throws IOException {
        selector.select(key -> {
            try {
                in.clear();
                if (((SocketChannel) key.channel()).read(in) < 0) {
                    throw new IOException("The server closed a stream.");
                }
                if (((Listener) key.attachment()).hear(in.flip())) {
                    done++;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, Math.max(wait, 1));
    }

    /** Looks for the line that says that a category is ready; lines may arrive in pieces. */
    private static final class Listener {

        private final String category;
        private final StringBuilder line = new StringBuilder();
        private boolean satisfied;

        Listener(String category) {
            this.category = "\"category\":\"" + category + "\"";
        }

        /** True when these bytes are the first to say it. */
        boolean hear(ByteBuffer bytes) {
            if (satisfied) {
                return false;
            }
            line.append(ISO_8859_1.decode(bytes));
            int end = line.lastIndexOf("\n");
            if (end < 0) {
                return false;
            }
            satisfied = line.substring(0, end).lines()
                    .anyMatch(text -> text.contains(category) && text.contains("\"status\":\"ready\""));
            line.delete(0, end + 1);
            return satisfied;
        }
    }
}
