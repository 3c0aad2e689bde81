package io.github.opelrules.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another program, which is given lines and gives lines back. */
final class Program {

    /** How long to wait for what a program that has ended still has in its pipe. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    private Program() {}

    /**
     * What a run came to.
     *
     * @param lines what the program wrote to its standard output, blank lines left out
     * @param faults what went wrong, each as a sentence without its full stop
     */
    record Run(List<String> lines, List<String> faults) {}

    /**
     * Runs a program; its standard error is ours.
     *
     * @param command the program and its arguments
     * @param input what it reads
     * @param most how many lines it may write; it is stopped when it writes more
     * @param timeout how long it may take; it is stopped when it takes longer
     * @throws IOException if it cannot be started
     */
    static Run run(List<String> command, String input, int most, Duration timeout) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Program program = new Program();
        try {
            Thread writing = start("write-reports", () -> write(process, input));
            Thread reading = start("read-answers", () -> program.read(process, most));
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                program.faults.add("it did not end within " + timeout.toSeconds() + " s, and was stopped");
                process.destroyForcibly();
            }
            // What has ended is not destroyed before its pipe is empty: that would close the pipe.
            writing.join(DRAIN.toMillis());
            reading.join(DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            program.faults.add("waiting for it was interrupted");
        } finally {
            process.destroyForcibly();
        }
        if (program.faults.isEmpty() && process.exitValue() != 0) {
            program.faults.add("it ended with exit code " + process.exitValue());
        }
        return new Run(List.copyOf(program.lines), List.copyOf(program.faults));
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void write(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It reads no further; what it answered says the rest.
        }
    }

    private void read(Process process, int most) {
        try (ReportFile answers = ReportFile.open("answer", "-", process.getInputStream())) {
            answers.forEach(entry -> {
                if (lines.size() < most) {
                    lines.add(entry.text());
                } else if (faults.isEmpty()) {
                    faults.add("it wrote more than " + most + " lines, and was stopped");
                    process.destroyForcibly();
                }
            });
        } catch (IOException e) {
            // That it wrote nothing is seen by the number of lines, and why it was stopped has been said.
            if (!lines.isEmpty() && faults.isEmpty()) {
                String message = String.valueOf(e.getMessage());
                faults.add("its output " + message.substring(0, message.length() - 1));
            }
        }
    }
}
