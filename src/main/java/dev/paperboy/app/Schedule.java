package dev.paperboy.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz, running named steps at intervals. A step never runs twice at once; it must not throw.
 * Closing waits for the steps in hand.
 *
 * <p>Quartz waits for moments of the clock. If the clock is put back it would stand still until
 * then; so a timer that knows no clock looks after it.
 */
final class Schedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private static final int THREADS = 7;

  private final Scheduler scheduler;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "clock-watch");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Runnable> steps = new HashMap<>();
  private final Map<String, Duration> intervals = new ConcurrentHashMap<>();

  /** Each step holds one while it runs; closing takes all of them for good. */
  private final Semaphore turns = new Semaphore(THREADS);

  Schedule() {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "paperboy");
    properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(THREADS));
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    try {
      scheduler = new StdSchedulerFactory(properties).getScheduler();
      scheduler.setJobFactory(
          (bundle, owner) ->
              new StepJob(
                  Objects.requireNonNull(steps.get(bundle.getJobDetail().getKey().getName()))));
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler cannot be made", e);
    }
  }

  /** Runs the step now and then at this interval, once {@link #start} is called. */
  void every(Duration interval, String name, Runnable step) {
    steps.put(name, () -> takeTurn(step));
    intervals.put(name, interval);
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(StepJob.class).withIdentity(name).build(), trigger(name, interval));
    } catch (SchedulerException e) {
      throw new IllegalStateException(name + " cannot be scheduled", e);
    }
  }

  private void takeTurn(Runnable step) {
    if (turns.tryAcquire()) { // Each thread has one until the schedule is closed.
      try {
        step.run();
      } finally {
        turns.release();
      }
    }
  }

  private static Trigger trigger(String name, Duration interval) {
    return TriggerBuilder.newTrigger()
        .withIdentity(name)
        .forJob(name)
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(interval.toMillis())
                .withMisfireHandlingInstructionNextWithRemainingCount()
                .repeatForever())
        .startNow()
        .build();
  }

  /** Runs the step of that name once more, as soon as it does not run. */
  void now(String name) {
    try {
      scheduler.triggerJob(JobKey.jobKey(name));
    } catch (SchedulerException e) {
      LOG.warn("The step {} could not be run at once: {}", name, e.getMessage());
    }
  }

  void start() {
    try {
      scheduler.start();
      timer.scheduleWithFixedDelay(
          () -> lookAt(Instant.now()),
          LOOK_EVERY.toSeconds(),
          LOOK_EVERY.toSeconds(),
          TimeUnit.SECONDS);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler cannot be started", e);
    }
  }

  /** Starts the steps anew that would come later than their interval, were it this moment now. */
  void lookAt(Instant now) {
    intervals.forEach(
        (name, interval) -> {
          try {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(name));
            Instant next = trigger.getNextFireTime().toInstant();
            if (next.isAfter(now.plus(interval).plus(LOOK_EVERY))) {
              LOG.warn("The clock was put back: the step {} is scheduled anew", name);
              scheduler.rescheduleJob(trigger.getKey(), trigger(name, interval));
            }
          } catch (SchedulerException e) {
            LOG.warn("The step {} cannot be scheduled anew: {}", name, e.getMessage());
          }
        });
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      // Quartz itself would also wait for its idle threads, up to half a second.
      scheduler.shutdown(false);
    } catch (SchedulerException e) {
      LOG.warn("The scheduler did not stop cleanly: {}", e.getMessage());
    }
    turns.acquireUninterruptibly(THREADS);
  }

  /** A step as Quartz wants it. */
  @DisallowConcurrentExecution
  private static final class StepJob implements Job {

    private final Runnable step;

    StepJob(Runnable step) {
      this.step = step;
    }

    @Override
    public void execute(JobExecutionContext context) {
      step.run();
    }
  }
}
