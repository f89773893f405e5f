using Workflow.Definitions.Lint;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint;

public sealed class RepositoryLintTests
{
    [Test]
    public void Our_own_definitions_lint_clean() =>
        Assert.That(WholeLint.Lint(LintedFolder.Read(Repository.Definitions), []).Select(p => p.English), Is.Empty);

    // WORKFLOW_WRITE=1 writes the lists anew; what changed is then read in the diff.
    [Test]
    public void The_guide_to_lint_lists_every_code_as_the_rules_have_it()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOW_WRITE") == "1")
            LintGuide.Write();
        Assert.That(LintGuide.Written.Split('\n'), Is.EqualTo(LintGuide.Told.Split('\n')));
    }
}
