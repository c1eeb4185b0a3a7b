package tenbin.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** A form of files that is none, or that broke off: the sender's fault, not the hub's. */
@ControllerAdvice(annotations = Controller.class)
public class BrokenForms {
  @ExceptionHandler
  void broken(MultipartException broken, HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
  }
}
