package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.figcast.local.server.FreePort;

class PortOwnerTest {

    @Test
    void aFreePortIsAccepted() {
        assertThatCode(() -> PortOwner.requireFree(FreePort.find(), "--port")).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aBusyPortIsRefusedWithItsOwnerAndTheOptionThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortOwner.requireFree(taken.getLocalPort(), "--kafka-port"))
                    .hasMessageMatching("Port " + taken.getLocalPort() + " is in use by java [\\w.-]+ \\(process "
                            + ProcessHandle.current().pid() + "\\); choose another with --kafka-port\\.");
        }
    }
}
