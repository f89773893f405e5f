using Workflow.Definitions.Lint;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;
using Workflow.Tests.Support;

namespace Workflow.Tests.Definitions.Lint;

public sealed class RepositoryLintTests
{
    [Test]
    public void Our_own_definitions_lint_clean() =>
        Assert.That(Linter.Lint(DefinitionLibrary.Load(Repository.Definitions)).Select(p => p.English), Is.Empty);

    [Test]
    public void Every_rule_of_lint_stands_in_the_list_for_designers() =>
        Assert.That(File.ReadAllText(Path.Combine(Repository.Definitions, "LINT.md")), Does.Contain($"<!-- rules -->\n{Listed}<!-- rules -->"));

    private static string Listed => "| code | weight | what is wrong | why |\n|---|---|---|---|\n"
        + string.Concat(LintRules.All.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => $"| `{r.Code}` | {r.Severity.ToString().ToLowerInvariant()} | {r.Title} | {r.Reason} |\n"));
}
