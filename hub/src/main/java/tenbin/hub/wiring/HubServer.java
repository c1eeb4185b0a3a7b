package tenbin.hub.wiring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import tenbin.web.layout.ReaderZones;
import tenbin.web.passkey.Home;
import tenbin.web.provider.Providers;
import tenbin.web.signin.Doors;
import tenbin.web.signin.OverTls;
import tenbin.web.signin.SessionLife;
import tenbin.web.words.KeptChoice;

/** A running hub's web server. */
public final class HubServer implements AutoCloseable {
  /** A browser's form may be this large; the API streams and has the intake's own limit. */
  private static final String MOST_FORM = "2GB";

  private final ServletWebServerApplicationContext context;

  private HubServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** Starts it and returns when it answers. */
  public static HubServer start(HubConfig config, HubParts parts) {
    SpringApplication application = new SpringApplication(HubShell.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(properties(config));
    application.addInitializers(each -> {
      GenericApplicationContext context = (GenericApplicationContext) each;
      context.registerBean(Doors.Demo.class, () -> new Doors.Demo(config.demo()));
      context.registerBean(ReaderZones.Usual.class, () -> new ReaderZones.Usual(config.zone()));
      context.registerBean(SessionLife.class, () -> config.entrances().life());
      if (config.secure()) {
        overTlsAlone(context);
      }
      Home home = new Home(config.home());
      context.registerBean(Home.class, () -> home);
      context.registerBean(
          Providers.class,
          () -> new Providers(config.entrances().providers(), home, parts.clock()));
      config.entrances().machines().ifPresent(door -> open(door, context));
      parts.registerIn(context);
    });
    return new HubServer((ServletWebServerApplicationContext) application.run());
  }

  private static void overTlsAlone(GenericApplicationContext context) {
    context.registerBean(
        OverTls.class.getName(),
        FilterRegistrationBean.class,
        () -> {
          FilterRegistrationBean<OverTls> first = new FilterRegistrationBean<>(new OverTls());
          first.setOrder(Ordered.HIGHEST_PRECEDENCE);
          return first;
        });
  }

  private static void open(MachineDoor door, GenericApplicationContext context) {
    context.registerBean(
        MachineDoor.class.getName(),
        WebServerFactoryCustomizer.class,
        () ->
            (WebServerFactoryCustomizer<TomcatServletWebServerFactory>)
                factory -> factory.addAdditionalConnectors(door.connector()));
  }

  private static Map<String, Object> properties(HubConfig config) {
    Map<String, Object> all = new HashMap<>();
    all.put("server.address", config.host());
    all.put("server.port", config.port());
    all.put("server.forward-headers-strategy", config.secure() ? "native" : "none");
    all.put(
        "server.servlet.session.cookie.name", (config.secure() ? KeptChoice.HOST : "") + "tenbin");
    all.put("server.servlet.session.cookie.path", "/");
    all.put("server.servlet.session.cookie.http-only", true);
    all.put("server.servlet.session.cookie.same-site", "lax");
    all.put("server.servlet.session.cookie.secure", config.secure());
    all.put("server.servlet.session.tracking-modes", "cookie");
    all.put("server.servlet.session.timeout", config.entrances().life().idle());
    all.put("server.tomcat.use-relative-redirects", true);
    all.put("spring.threads.virtual.enabled", true);
    all.put("spring.thymeleaf.prefix", "classpath:/tenbin/");
    all.put("spring.thymeleaf.check-template-location", false);
    all.put("spring.thymeleaf.enable-spring-el-compiler", true);
    all.put("spring.servlet.multipart.max-file-size", MOST_FORM);
    all.put("spring.servlet.multipart.max-request-size", MOST_FORM);
    all.put("spring.servlet.multipart.location", config.work().toString());
    all.put("spring.servlet.multipart.resolve-lazily", true);
    all.put("spring.web.resources.add-mappings", true);
    all.put("spring.web.resources.static-locations", "");
    all.put("management.endpoints.web.exposure.include", "health");
    all.put("management.endpoint.health.show-details", "never");
    // Measurements of every filter of every request, which nobody could read: health alone is open.
    all.put("management.observations.enable.all", false);
    return all;
  }

  /** Where it listens. */
  public int port() {
    return context.getWebServer() == null ? -1 : context.getWebServer().getPort();
  }

  /** Where programs come with their certificates; -1 when there is no such port. */
  public int machinesPort() {
    return context.getWebServer() instanceof TomcatWebServer tomcat
        ? Arrays.stream(tomcat.getTomcat().getService().findConnectors())
            .filter(Connector::getSecure)
            .mapToInt(Connector::getLocalPort)
            .findFirst()
            .orElse(-1)
        : -1;
  }

  /** For tests: the parts inside. */
  GenericApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
