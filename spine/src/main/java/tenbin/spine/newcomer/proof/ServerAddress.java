package tenbin.spine.newcomer.proof;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server's address as an operator writes it: numbers, so that no name has to be asked for. */
final class ServerAddress {
  private ServerAddress() {}

  static InetSocketAddress parse(String text, int usualPort) {
    int close = text.indexOf(']');
    int colon = text.lastIndexOf(':');
    boolean bracketed = text.startsWith("[") && close > 0;
    boolean port = bracketed ? colon > close : colon >= 0 && text.indexOf(':') == colon;
    String host = bracketed ? text.substring(1, close) : port ? text.substring(0, colon) : text;
    int number = port ? Integer.parseInt(text.substring(colon + 1)) : usualPort;
    return new InetSocketAddress(InetAddress.ofLiteral(host), number);
  }
}
