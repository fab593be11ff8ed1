package io.figcast.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.PullPolicy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;

import io.figcast.local.server.LocalServer;
import io.figcast.local.server.ServerFailedException;

/** A server in a container, with a fixed port of the host: after a crash it is back at the same address. */
final class ContainerServer implements LocalServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GenericContainer<?> container;
    private final int port;
    private final IntPredicate answers;

    ContainerServer(GenericContainer<?> container, int port, int portInside, IntPredicate answers) {
        // Bound ports are published only if they are exposed too, which not every image does by itself.
        this.container = container.withExposedPorts(portInside).withImagePullPolicy(PullPolicy.defaultPolicy())
                .withCreateContainerCmdModifier(
                        command -> command.withHostConfig(hostConfig(command.getHostConfig())
                                .withPortBindings(PortBinding.parse("127.0.0.1:" + port + ":" + portInside))));
        this.port = port;
        this.answers = answers;
    }

    private static HostConfig hostConfig(HostConfig present) {
        return present == null ? HostConfig.newHostConfig() : present;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!container.isRunning()) {
            client().startContainerCmd(container.getContainerId()).exec();
        }
        awaitAnswer();
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers.test(port)) {
            if (System.nanoTime() > end) {
                throw new ServerFailedException("The container " + container.getDockerImageName() + " does not answer.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerFailedException("Interrupted while a container was starting.");
            }
        }
    }

    @Override
    public void stop() {
        client().stopContainerCmd(container.getContainerId()).withTimeout(10).exec();
    }

    @Override
    public void kill() {
        client().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void pause() {
        client().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void resume() {
        client().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }
}
