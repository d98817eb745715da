package dev.paperboy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Writes down why tests are skipped, one line for each class and reason, for {@code
 * src/test/skipped.xml} to print at the end of the build. JUnit finds it as a service.
 */
public final class SkippedTests implements TestExecutionListener {

  private static final Path FOLDER = Path.of("target/skipped");

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    note(test, reason);
  }

  /** A failed assumption aborts a test. */
  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  /** The processes of a build each have a file of their own. */
  private static synchronized void note(TestIdentifier test, String reason) {
    String line = "Skipped: " + className(test) + ": " + oneLine(reason) + "\n";
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(
          FOLDER.resolve(ProcessHandle.current().pid() + ".txt"),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String oneLine(String reason) {
    return reason.replaceFirst("^Assumption failed: ", "").strip().replaceAll("\\s+", " ");
  }

  private static String className(TestIdentifier test) {
    return test.getSource()
        .map(
            source ->
                source instanceof MethodSource method
                    ? method.getClassName()
                    : source instanceof ClassSource type ? type.getClassName() : "")
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .orElse(test.getDisplayName());
  }
}
