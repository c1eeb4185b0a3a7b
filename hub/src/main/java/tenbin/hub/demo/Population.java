package tenbin.hub.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * Who lives in the made-up networks: addresses of customers, machines outside, sensors. Draws from
 * one randomness, so the order of the draws is part of the day.
 */
final class Population {
  /** Outside of the circle: nobody of the made-up circle claims this end of its range. */
  private static final List<String> OUTSIDE = List.of("126.118.", "126.124.", "126.127.");

  /**
   * Twelve thousand addresses outside: two members share a handful of them a day, by chance, as in
   * life. From less, everything would look joined.
   */
  private static final int OUTSIDE_FROM = 16;

  private static final int OUTSIDE_BLOCKS = 16;

  /** A member with what it announces; an observer has a network but no sensors. */
  record Operator(MemberId id, boolean observes, long asn, List<Prefix> v4, List<Prefix> v6) {}

  private final RandomGenerator random;
  private final List<Operator> operators = new ArrayList<>();

  Population(Circle circle, RandomGenerator random) {
    this.random = random;
    circle.members().stream()
        .map(Population::operator)
        .filter(Population::hasV4)
        .forEach(operators::add);
    if (operators.isEmpty()) {
      throw new IllegalArgumentException("no member of the circle answers for IPv4 addresses");
    }
  }

  /** The members that have networks and sensors, in the order of the circle file. */
  List<Operator> operators() {
    return operators.stream().filter(operator -> !operator.observes()).toList();
  }

  /** Some operator; the first ones are larger, as in life. */
  Operator someOperator() {
    double skewed = Math.pow(random.nextDouble(), 1.7);
    return operators.get((int) (skewed * operators.size()));
  }

  /** A customer's IPv4 address. */
  Address customer(Operator operator) {
    return in(operator.v4().get(random.nextInt(operator.v4().size())));
  }

  /** A customer's IPv6 address where the operator has any, else an IPv4 one. */
  Address customer6(Operator operator) {
    return operator.v6().isEmpty()
        ? customer(operator)
        : in(operator.v6().get(random.nextInt(operator.v6().size())));
  }

  /** A machine outside of the circle. */
  Address outsider() {
    String block = OUTSIDE.get(random.nextInt(OUTSIDE.size()));
    int third = OUTSIDE_FROM + random.nextInt(OUTSIDE_BLOCKS);
    return Address.parse(block + third + "." + (1 + random.nextInt(254)));
  }

  /** A sensor's address, which no recipient ever sees. */
  Address sensor() {
    return Address.parse("126.127." + (240 + random.nextInt(4)) + "." + (1 + random.nextInt(254)));
  }

  /** A client's port. */
  int port() {
    return 1024 + random.nextInt(65_536 - 1024);
  }

  /** A second of the day. */
  int second() {
    return random.nextInt(86_400);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Hexadecimal digits without a meaning. */
  String hex(int digits) {
    StringBuilder out = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      out.append(Character.forDigit(random.nextInt(16), 16));
    }
    return out.toString();
  }

  private Address in(Prefix block) {
    if (block.isV4()) {
      int free = 32 - block.length();
      int low = free == 0 ? 0 : random.nextInt() >>> 32 - free;
      return Address.ofV4(block.first().v4Bits() | low);
    }
    return new Address(block.first().high() | random.nextInt(1 << 16), 1 + random.nextInt(0xffff));
  }

  private static boolean hasV4(Operator operator) {
    return !operator.v4().isEmpty();
  }

  private static Operator operator(Member member) {
    List<Prefix> v4 = new ArrayList<>();
    List<Prefix> v6 = new ArrayList<>();
    long asn = 0;
    for (Claim claim : member.claims()) {
      switch (claim.network()) {
        case Network.Block block -> (block.prefix().isV4() ? v4 : v6).add(block.prefix());
        case Network.AutonomousSystem system -> asn = asn == 0 ? system.asn().number() : asn;
        case Network.Domain ignored -> {}
      }
    }
    boolean observes = member.memberClass() == MemberClass.OBSERVER;
    return new Operator(member.id(), observes, asn, List.copyOf(v4), List.copyOf(v6));
  }
}
