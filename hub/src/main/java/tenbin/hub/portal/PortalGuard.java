package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.portal.PortalLink;
import tenbin.web.audit.Audit;

/**
 * Stands before every page of the portal. Who came in by a link stays in while the link holds: a
 * link that is revoked ends its visits at their next request. A link for one question leads to that
 * question alone.
 */
public class PortalGuard implements HandlerInterceptor, WebMvcConfigurer {
  /** Behind this nobody is without a link. */
  static final String INSIDE = "/portal/in";

  static final String TASK = INSIDE + "/question";

  /** Who writes down an incident is called away; who left the browser open is gone by then. */
  private static final Duration IDLE = Duration.ofHours(2);

  private static final String SEAT = PortalGuard.class.getName() + ".seat";
  private static final String VISIT = PortalGuard.class.getName() + ".visit";

  private final PortalBook book;
  private final Clock clock;

  public PortalGuard(PortalBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** What a browser's session remembers: the link, never its secret. */
  private record Seat(UUID link, long lastSeconds) implements Serializable {}

  /** Somebody who came by a link. */
  public record Visit(PortalLink link, Customer customer) implements Audit.Actor {
    @Override
    public String actor() {
      return "portal:" + link.id();
    }

    @Override
    public String memberText() {
      return customer.id().text();
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/portal", "/portal/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object page)
      throws IOException {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    String path = request.getRequestURI();
    if (!path.startsWith(INSIDE)) {
      return true;
    }
    Optional<Visit> visit = visitOf(request);
    if (visit.isEmpty()) {
      response.sendRedirect("/portal?over");
      return false;
    }
    if (visit.get().link.task().isPresent() && !path.equals(TASK)) {
      response.sendRedirect(TASK);
      return false;
    }
    request.setAttribute(VISIT, visit.get());
    Audit.by(request, visit.get());
    return true;
  }

  private Optional<Visit> visitOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(SEAT) instanceof Seat seat)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    boolean idle = now.getEpochSecond() - seat.lastSeconds > IDLE.toSeconds();
    Optional<Visit> visit =
        idle
            ? Optional.empty()
            : book.open(seat.link).map(open -> new Visit(open.link(), open.customer()));
    if (visit.isPresent()) {
      session.setAttribute(SEAT, new Seat(seat.link, now.getEpochSecond()));
    } else {
      session.removeAttribute(SEAT);
    }
    return visit;
  }

  /** Lets somebody in who knocked rightly; under another session id than before. */
  void enter(HttpServletRequest request, PortalLink link) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(SEAT, new Seat(link.id(), clock.instant().getEpochSecond()));
  }

  void leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(SEAT);
    }
  }

  /** Who is here. */
  static Visit visit(HttpServletRequest request) {
    if (request.getAttribute(VISIT) instanceof Visit visit) {
      return visit;
    }
    throw new IllegalStateException("a page of the portal outside its guard");
  }
}
