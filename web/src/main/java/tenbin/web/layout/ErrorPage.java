package tenbin.web.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.problem.ProblemWriter;

/** What people and programs get when something went wrong outside any page. */
@Controller
@May(Act.ENTER)
public class ErrorPage implements ErrorController {
  private static final String API = "/api/";

  private final ProblemWriter problems;

  public ErrorPage(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (path.startsWith(API)) {
      problems.write(response, new Problem(status, word(status), detail(status)));
      return null;
    }
    response.setStatus(status);
    model.addAttribute("status", status);
    model.addAttribute("word", word(status));
    return "web/error";
  }

  private static String word(int status) {
    return switch (status) {
      case 400 -> "bad-request";
      case 401, 403 -> "forbidden";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 413 -> "too-large";
      case 429 -> "too-many-requests";
      case 503 -> "not-yet";
      default -> status < 500 ? "bad-request" : "failure";
    };
  }

  private static String detail(int status) {
    if (status == 503) {
      return "Not yet; wait ten seconds and try again.";
    }
    return status < 500 ? "The request cannot be met." : "The hub failed; this was logged.";
  }
}
