package tenbin.web.provider;

import java.util.UUID;

/** What somebody is sent to a provider for. */
public sealed interface Purpose {
  /** To sign in. */
  record SignIn() implements Purpose {}

  /** To link what it is there with itself. */
  record Link(UUID person) implements Purpose {}

  /** To take up an invitation by it. */
  record TakeUp(String invitation) implements Purpose {}
}
