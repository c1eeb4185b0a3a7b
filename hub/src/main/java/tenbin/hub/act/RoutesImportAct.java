package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.desks.routes.declare.file.DeclarationFile;
import tenbin.desks.routes.declare.file.DeclarationText;
import tenbin.desks.routes.declare.file.Form;
import tenbin.nouns.member.MemberId;

/** What another tool watches, in our own form. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Reads a file of declared prefixes (ours, prefixes.yml of BGPalerter, the configuration of"
            + " ARTEMIS) and prints it in our form; what is wrong, and what our form does not say,"
            + " goes to standard error, line by line.",
    footer = "Exit code: 0 when all of it could be read, 1 when something or all is wrong.")
final class RoutesImportAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(
      names = "--member",
      paramLabel = "ID",
      description = "whose the file is, where it does not say (default: ${DEFAULT-VALUE})",
      defaultValue = "member")
  private String member = "";

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    DeclarationFile read;
    try {
      read = DeclarationFile.read(file, new MemberId(member));
    } catch (NoSuchFileException missing) {
      err.println(file + ": no such file");
      return Acts.FAILED;
    }
    read.faults().forEach(err::println);
    read.unkept().forEach(each -> err.println("not kept: " + each));
    if (read.form() == Form.UNKNOWN) {
      return Acts.FAILED;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(DeclarationText.of(read.declarations()));
    out.flush();
    return read.faults().isEmpty() ? Acts.DONE : Acts.FAILED;
  }
}
