package io.figcast.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersIT {

    @TempDir
    Path directory;

    @Test
    void redisAnswersAndStartsAgainOnTheSamePort() throws IOException {
        int port = FreePort.find();
        try (LocalRedis redis = new LocalRedis(directory, port)) {
            redis.start();
            assertThat(ping(port)).isEqualTo("+PONG");
            redis.kill();
            assertThatThrownBy(() -> ping(port)).isInstanceOf(IOException.class);
            redis.start();
            assertThat(ping(port)).isEqualTo("+PONG");
        }
    }

    @Test
    void pausedRedisHoldsTheConnectionAndGoesOnLater() throws IOException {
        int port = FreePort.find();
        try (LocalRedis redis = new LocalRedis(directory, port)) {
            redis.start();
            redis.pause();
            assertThatThrownBy(() -> ping(port)).isInstanceOf(SocketTimeoutException.class);
            redis.resume();
            assertThat(ping(port)).isEqualTo("+PONG");
        }
    }

    @Test
    void aPortThatIsTakenFailsEarlyAndSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LocalRedis redis = new LocalRedis(directory, taken.getLocalPort())) {
            assertThatThrownBy(redis::start).isInstanceOf(ServerFailedException.class)
                    .hasMessageStartingWith("Redis ended while starting: ").hasMessageContaining("ddress already in use");
        }
    }

    @Test
    void kafkaServesOnceStartedAndAgainAfterACrash() throws IOException {
        int port = FreePort.find();
        try (LocalKafka kafka = new LocalKafka(directory, port)) {
            kafka.start();
            connect(port);
            kafka.kill();
            assertThatThrownBy(() -> connect(port)).isInstanceOf(IOException.class);
            kafka.start();
            connect(port);
            kafka.stop();
            assertThatThrownBy(() -> connect(port)).isInstanceOf(IOException.class);
        }
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    private static String ping(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }
}
