package dev.paperboy.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Serves the pages over HTTP; TLS is the business of a proxy in front. Started once, closed once;
 * requests run on threads of its own.
 */
public final class WebServer implements AutoCloseable {

  /** More wait to be let in; each costs a file handle, and the mails need some too. */
  static final int MOST_CONNECTIONS = 1000;

  /** So long may a connection be silent, once there are no more. */
  private static final Duration SHORT_OF_CONNECTIONS = Duration.ofSeconds(2);

  /** So many bytes a second must come of a body: who sends a drop at a time holds a thread. */
  private static final int SLOWEST = 100;

  private final WebSettings settings;
  private final Javalin javalin;

  public WebServer(WebSettings settings, WebParts parts) {
    this.settings = settings;
    this.javalin = Javalin.create(config -> configure(config, parts));
  }

  /**
   * Binds the port and begins to answer.
   *
   * @throws WebUnavailable if the port cannot be bound
   */
  public void start() {
    javalin.start();
  }

  /** The port that is listened on, once started. */
  public int port() {
    return javalin.port();
  }

  /** Stops listening and ends the threads; harmless if it never started. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config, WebParts parts) {
    Assets assets = new Assets(parts.style().look());
    Pages pages = new Pages(parts.baseUrl(), parts.style(), assets);
    ErrorPages errors = new ErrorPages(pages);
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    // Pages beside secrets are not compressed (BREACH); a proxy may do so for the others.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setMinRequestDataRate(SLOWEST);
        });
    config.jetty.modifyServer(server -> server.setErrorHandler(errors::answerMalformed));
    config.jetty.addConnector(this::bind);
    config.router.javaLangErrorHandler(errors::fail);
    config.routes.before(PageHeaders::add);
    config.routes.before(RequestBody::refuseIfTooLarge);
    config.routes.exception(HttpResponseException.class, errors::refuse);
    config.routes.exception(Exception.class, errors::fail);
    config.routes.before(RequestClock::start);
    config.routes.after(new RequestClock(parts.operator().times())::stop);
    routes(settings, parts, pages, assets).addTo(config.routes);
  }

  /** Every route there is. */
  static Routes routes(WebSettings settings, WebParts parts, Pages pages, Assets assets) {
    LinkHolders holders = new LinkHolders(parts.tokens(), parts.readership().subscribers());
    SubscribePage subscribe = new SubscribePage(pages, parts);
    ConfirmPage confirm = new ConfirmPage(pages, parts.subscriptions());
    UndoPage undo = new UndoPage(pages, parts);
    InterestsPage interests = new InterestsPage(pages, holders, parts);
    Routes routes =
        new Routes(settings, parts.baseUrl(), parts.clock())
            .page("/healthz", new HealthCheck(parts.health())::answer)
            .page(Assets.PATH, assets::answer)
            .page(InterestsSchema.PATH, new InterestsSchema()::answer)
            .form("/subscribe", Rate.SUBSCRIPTIONS, subscribe::subscribe)
            .page("/confirm/{token}", confirm::ask)
            .form("/confirm/{token}", Rate.CHANGES, confirm::confirm)
            .page("/undo/{token}", undo::ask)
            .form("/undo/{token}", Rate.CHANGES, undo::undo)
            .page("/interests/{token}", interests::show)
            .form("/interests/{token}", Rate.CHANGES, interests::post)
            .form("/interests/{token}/preview", Rate.PREVIEWS, interests::preview);
    ReaderRoutes.add(routes, pages, parts, holders);
    ArchiveRoutes.add(routes, pages, parts, holders);
    OperatorRoutes.add(routes, pages, settings, parts);
    return routes;
  }

  /** Bound before anything else starts, so that a port in use is a sentence and not a trace. */
  private ServerConnector bind(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.bind());
    connector.setPort(settings.port());
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST_CONNECTIONS, connector);
    limit.setEndPointIdleTimeout(SHORT_OF_CONNECTIONS.toMillis());
    connector.addBean(limit);
    try {
      connector.open();
    } catch (IOException | IllegalArgumentException e) {
      throw new WebUnavailable(explain(e), e);
    }
    return connector;
  }

  private String explain(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String why = cause instanceof UnresolvedAddressException ? "no such host" : cause.getMessage();
    return "The web server cannot listen on %s, port %d (%s).%s"
        .formatted(
            settings.bind(),
            settings.port(),
            why,
            " Set web.bind and web.port in config.yml, or stop the program that has the port.");
  }
}
