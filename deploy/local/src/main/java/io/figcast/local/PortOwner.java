package io.figcast.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.figcast.local.server.Java;
import io.figcast.local.server.ServerFailedException;

/** Tells which process listens on a port, as far as Linux lets this user see. */
final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {
    }

    /** @throws ServerFailedException if the port is taken: whose it is, and the option that moves ours */
    static void requireFree(int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new ServerFailedException("Port " + port + " is in use by " + describe(port) + "; choose another with "
                    + option + ".");
        }
    }

    private static String describe(int port) {
        return process(port).map(PortOwner::describe).orElse("another process");
    }

    private static String describe(ProcessHandle process) {
        String command = read(Path.of("/proc", Long.toString(process.pid()), "comm")).strip();
        String shown = command.isEmpty() ? "a process" : command;
        return shown.equals("java") ? javaProgram(process) : shown + " (process " + process.pid() + ")";
    }

    /** Which of the Java programs it is: what follows -jar, or the class, without their paths. */
    private static String javaProgram(ProcessHandle process) {
        String[] arguments = read(Path.of("/proc", Long.toString(process.pid()), "cmdline")).split("\0", -1);
        String program = Stream.of(arguments).skip(1)
                .filter(argument -> argument.matches("[^:]*\\.jar|([a-z]\\w*\\.)+[A-Z]\\w*")) // a class path has colons
                .map(argument -> argument.substring(argument.lastIndexOf('/') + 1)).findFirst().orElse("a program");
        return "java " + program + " (process " + process.pid() + ")";
    }

    private static Optional<ProcessHandle> process(int port) {
        Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6").flatMap(table -> read(Path.of(table)).lines())
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(fields -> fields.size() > 9 && fields.get(3).equals(LISTENING)
                        && fields.get(1).endsWith(":%04X".formatted(port)))
                .map(fields -> "socket:[" + fields.get(9) + "]").collect(Collectors.toSet());
        return sockets.isEmpty() ? Optional.empty()
                : ProcessHandle.allProcesses().filter(process -> holds(process, sockets)).findFirst();
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
