package tenbin.web.may;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tenbin.web.audit.Audit;
import tenbin.web.problem.Problem;
import tenbin.web.signin.NotesRefusals;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Visitor;

/**
 * Stands before every handler and asks whether the one who calls may do what is done there; stands
 * behind it, too, so that whatever was asked to change something leaves a line in the audit. A
 * server with a handler that says nothing about its act does not start.
 */
public final class AtTheDoor
    implements HandlerInterceptor, WebMvcConfigurer, SmartInitializingSingleton {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int BROKEN = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;

  private final Rights rights;
  private final Audit audit;
  private final ObjectProvider<RequestMappingHandlerMapping> handlers;

  public AtTheDoor(
      Rights rights, Audit audit, ObjectProvider<RequestMappingHandlerMapping> handlers) {
    this.rights = rights;
    this.audit = audit;
    this.handlers = handlers;
  }

  /** The act at a handler. */
  public static Optional<Act> actOf(HandlerMethod handler) {
    May own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), May.class);
    May its =
        own == null
            ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), May.class)
            : own;
    return Optional.ofNullable(its).map(May::value);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Integer.MIN_VALUE);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      check(request, actOf(method).orElseThrow(() -> new AccessDeniedException("no rule")));
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failed) {
    boolean changes = !READING.contains(request.getMethod());
    if (changes && handler instanceof HandlerMethod method) {
      int status = failed == null ? response.getStatus() : BROKEN;
      audit.asked(request, NotesRefusals.actor(), actOf(method).map(Act::word).orElse("-"), status);
    }
  }

  private void check(HttpServletRequest request, Act act) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known == null || !(known.getPrincipal() instanceof Visitor visitor)) {
      if (!rights.anybodyMay(act)) {
        throw new AccessDeniedException("nobody");
      }
    } else if (!rights.may(visitor, act)) {
      audit.asked(request, Optional.of(visitor), act.word(), HttpServletResponse.SC_FORBIDDEN);
      throw refusal(visitor, act);
    }
  }

  private static RuntimeException refusal(Visitor visitor, Act act) {
    boolean wanting = visitor.isMachine() && Collections.disjoint(act.scopes(), visitor.scopes());
    return wanting
        ? new Problem(403, "scope-missing", words(act))
        : new AccessDeniedException("not its office");
  }

  private static String words(Act act) {
    return act.scopes().stream()
        .map(Scope::word)
        .sorted()
        .findFirst()
        .map(word -> "This token does not have the scope " + word)
        .orElse("No token may do this.");
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> without =
        handlers.stream()
            .flatMap(each -> each.getHandlerMethods().values().stream())
            .filter(each -> actOf(each).isEmpty())
            .map(HandlerMethod::getShortLogMessage)
            .sorted()
            .toList();
    if (!without.isEmpty()) {
      throw new IllegalStateException("handlers that do not say who may call them: " + without);
    }
  }
}
