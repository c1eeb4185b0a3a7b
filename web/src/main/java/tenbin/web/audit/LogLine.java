package tenbin.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of the log as one JSON object: time, level, logger, message, error. What looks like a mail
 * address or an address of a machine is cut out of it, whoever wrote it there: a mail server's
 * answer, a database's complaint.
 */
public final class LogLine extends EncoderBase<ILoggingEvent> {
  /** Enough to find the place; the rest is the server's own. */
  private static final int MOST_FRAMES = 24;

  private static final int MOST_CAUSES = 5;

  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", event.getInstant().toString());
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("message", Scrubbed.of(event.getFormattedMessage()));
    Optional<IThrowableProxy> error = Optional.ofNullable(event.getThrowableProxy());
    error.ifPresent(each -> {
      line.put("error", told(each));
      line.put("stack", frames(each));
    });
    return (json.writeValueAsString(line) + "\n").getBytes(UTF_8);
  }

  private static List<String> told(IThrowableProxy error) {
    return Stream.iterate(error, each -> each != null, IThrowableProxy::getCause)
        .limit(MOST_CAUSES)
        .map(each ->
            each.getClassName()
                + Optional.ofNullable(each.getMessage()).map(text -> ": " + text).orElse(""))
        .map(Scrubbed::of)
        .toList();
  }

  private static List<String> frames(IThrowableProxy error) {
    return Stream.of(error.getStackTraceElementProxyArray())
        .limit(MOST_FRAMES)
        .map(StackTraceElementProxy::getStackTraceElement)
        .map(StackTraceElement::toString)
        .toList();
  }
}
