package tenbin.web.layout;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Our own style sheet, script and pictures, served from this host. */
@Configuration(proxyBeanMethods = false)
public class Look implements WebMvcConfigurer {
  /** Short: after an upgrade nobody keeps looking at the old style sheet. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/look/**")
        .addResourceLocations("classpath:/tenbin/web/look/")
        .setCacheControl(CacheControl.maxAge(KEPT));
    registry
        .addResourceHandler("/favicon.ico")
        .addResourceLocations("classpath:/tenbin/web/look/")
        .setCacheControl(CacheControl.maxAge(KEPT));
  }
}
