package tenbin.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.web.problem.Problem;

/**
 * Which part of a report a request carries.
 *
 * @param offset where it begins
 * @param size of the whole report
 */
record Span(long offset, long size) {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

  static Span of(HttpServletRequest request) {
    String range = request.getHeader("Content-Range");
    if (range != null) {
      return ofRange(range);
    }
    long offset = number(request, "Upload-Offset", 0);
    long rest = request.getContentLengthLong();
    long size = number(request, "Upload-Length", rest < 0 ? -1 : offset + rest);
    if (size < 0) {
      throw new Problem(411, "length-required", "Say the whole size in Upload-Length.");
    }
    return new Span(offset, size);
  }

  private static Span ofRange(String range) {
    Matcher parts = RANGE.matcher(range.strip());
    if (!parts.matches()) {
      throw Problem.wrong("Content-Range is bytes FIRST-LAST/SIZE.");
    }
    return new Span(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(3)));
  }

  private static long number(HttpServletRequest request, String header, long otherwise) {
    String text = request.getHeader(header);
    if (text == null) {
      return otherwise;
    }
    if (!text.strip().matches("\\d{1,15}")) {
      throw Problem.wrong(header + " is a number of bytes.");
    }
    return Long.parseLong(text.strip());
  }
}
