package io.figcast.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.figcast.local.server.Child;
import io.figcast.local.server.FreePort;

/** A real nginx on loopback in front of several replicas, set up as {@code deploy/nginx/figcast.conf} shows it. */
final class Nginx implements AutoCloseable {

    private final int port = FreePort.find();
    private final Child child;

    Nginx(Path executable, Path directory, List<Replica> replicas) {
        try {
            Files.createDirectories(directory);
            String servers = replicas.stream().map(replica -> "server 127.0.0.1:" + replica.uri().getPort() + " max_fails=0;")
                    .collect(Collectors.joining(" "));
            String site = Files.readString(StartCommand.ROOT.resolve("deploy/nginx/figcast.conf"))
                    .replace("server chart-service:8080 max_fails=0;", servers)
                    .replace("listen 80;", "listen 127.0.0.1:" + port + ";");
            Path conf = Files.writeString(directory.resolve("nginx.conf"), """
                    daemon off;
                    worker_processes 1;
                    pid %1$s/nginx.pid;
                    error_log %1$s/error.log;
                    events { worker_connections 1024; }
                    http {
                        access_log off;
                        client_body_temp_path %1$s/body;
                        proxy_temp_path %1$s/proxy;
                        fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi;
                        scgi_temp_path %1$s/scgi;
                    %2$s
                    }
                    """.formatted(directory, site));
            this.child = Child.start(new ProcessBuilder(executable.toString(), "-p", directory.toString(), "-c",
                    conf.toString()).redirectErrorStream(true).redirectOutput(directory.resolve("out.log").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("nginx listens").atMost(Duration.ofSeconds(30)).until(this::listens);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        child.kill();
    }
}
