package tenbin.spine.doors;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.post.HubAddress;

/**
 * The hub's mail as its operator configured it.
 *
 * @param address the domain and names that the mailbox receives for
 * @param out the server that takes the hub's mails
 * @param in the hub's mailbox; without one, answers and reports by mail reach nobody
 * @param page where a recipient finds its rows
 * @param zone in which due times are told
 */
public record HubMail(
    HubAddress address, MailServer out, Optional<ImapServer> in, URI page, ZoneId zone) {}
