package dev.paperboy.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Catches what anybody logs, instead of the console, until it is closed. */
final class LogRecorder implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> list = new ListAppender<>();
  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
  private final Level level = root.getLevel();

  /** Of what is logged at WARN or above. */
  LogRecorder() {
    this(Level.WARN);
  }

  LogRecorder(Level least) {
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    root.setLevel(least);
    root.addAppender(list);
    list.start();
  }

  List<ILoggingEvent> events() {
    return list.list;
  }

  @Override
  public void close() {
    root.detachAppender(list);
    root.setLevel(level);
    others.forEach(root::addAppender);
  }
}
