package tenbin.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tenbin.spine.deliver.Deliveries;

/** Turns what API handlers throw into problems, before {@link PageProblems} sees it. */
@ControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ApiProblems {
  private final ProblemWriter problems;

  public ApiProblems(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  void problem(Problem problem, HttpServletResponse response) throws IOException {
    problems.write(response, problem);
  }

  @ExceptionHandler
  void badCursor(Deliveries.BadCursor bad, HttpServletResponse response) throws IOException {
    problems.write(
        response, new Problem(400, "bad-cursor", "This cursor is not one of yours; begin anew."));
  }

  @ExceptionHandler
  void overtaken(Deliveries.Overtaken overtaken, HttpServletResponse response) throws IOException {
    problems.write(
        response,
        new Problem(503, "decided-anew", "The grounds changed meanwhile; ask again.")
            .with("Retry-After", "1"));
  }

  @ExceptionHandler
  void badParameter(MethodArgumentTypeMismatchException bad, HttpServletResponse response)
      throws IOException {
    problems.write(response, Problem.wrong("Parameter " + bad.getName() + " is not readable."));
  }

  @ExceptionHandler
  void missing(MissingServletRequestParameterException bad, HttpServletResponse response)
      throws IOException {
    problems.write(response, Problem.wrong("Parameter " + bad.getParameterName() + " is missing."));
  }
}
