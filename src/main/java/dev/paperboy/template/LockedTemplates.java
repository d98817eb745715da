package dev.paperboy.template;

import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

/**
 * How FreeMarker is set up for mails and pages alike: a template reaches only the values it is
 * given, no class and no API behind them; what goes wrong is thrown, not printed into the result;
 * the result depends on nothing of the machine.
 */
public final class LockedTemplates {

  private LockedTemplates() {}

  /** A new configuration; what it has read stays until its cache is cleared. */
  public static Configuration from(TemplateLoader loader) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
    configuration.setTemplateLoader(loader);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ENGLISH);
    configuration.setLocalizedLookup(false);
    configuration.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    configuration.setNumberFormat("computer");
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    // It is rethrown, and logged where it is caught.
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    return configuration;
  }
}
