package tenbin.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/**
 * What pages throw, as the status alone: the error page has words for it. A program's handler is a
 * controller too, so {@link ApiProblems} stands before this one.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
public class PageProblems {
  @ExceptionHandler
  void problem(Problem problem, HttpServletResponse response) throws IOException {
    problem.headers().forEach(response::setHeader);
    response.sendError(problem.status());
  }

  /** A form of files that is none, or that broke off: the sender's fault, not the hub's. */
  @ExceptionHandler
  void broken(MultipartException broken, HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
  }
}
