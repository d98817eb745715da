package dev.paperboy.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz, running named steps at intervals. A step never runs twice at once; it must not throw.
 * Closing waits for the steps in hand.
 */
final class Schedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  private final Scheduler scheduler;
  private final Map<String, Runnable> steps = new HashMap<>();

  Schedule() {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "paperboy");
    properties.setProperty("org.quartz.threadPool.threadCount", "5");
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
    steps.put(name, step);
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(StepJob.class).withIdentity(name).build(),
          TriggerBuilder.newTrigger()
              .withIdentity(name)
              .withSchedule(
                  SimpleScheduleBuilder.simpleSchedule()
                      .withIntervalInMilliseconds(interval.toMillis())
                      .withMisfireHandlingInstructionNextWithRemainingCount()
                      .repeatForever())
              .startNow()
              .build());
    } catch (SchedulerException e) {
      throw new IllegalStateException(name + " cannot be scheduled", e);
    }
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
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler cannot be started", e);
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("The scheduler did not stop cleanly: {}", e.getMessage());
    }
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
