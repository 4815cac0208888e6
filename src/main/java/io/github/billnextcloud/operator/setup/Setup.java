package io.github.billnextcloud.operator.setup;

import io.github.billnextcloud.billmanager.setup.Product;
import io.github.billnextcloud.billmanager.setup.ProductSetup;
import io.github.billnextcloud.billmanager.setup.StepReport;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.operator.privacy.PrivateCustomers;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes what there is to sell: product type, params, disk add-on, processing module, three tariffs;
 * with {@code --team} what a team needs, too. Only tells of it unless {@code --apply} is given.
 * With {@code --private-customers} it keeps a cloud's customers from finding each other instead.
 */
public final class Setup implements Command {

  private final UnaryOperator<String> environment;

  /**
   * @param environment where the password is, by the variable's name
   */
  public Setup(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.TOLD_UNLESS_APPLIED);
  }

  @Override
  public CommandResult run(CommandContext event) {
    if (event.invocation().isOn("--private-customers")) {
      return new PrivateCustomers(event).run();
    }
    boolean apply = event.invocation().isOn("--apply");
    Product product =
        new SetupOptions(event.invocation(), event.panel().root(), environment).product();
    ProductSetup setup = new ProductSetup(event.panel(), product);
    List<StepReport> reports = apply ? setup.apply() : setup.look();
    boolean failed = apply && !reports.stream().allMatch(StepReport::isFine);
    return new TextResult(
        new SetupReport(product, apply, event.language()).text(reports), failed ? 1 : 0);
  }
}
