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
}
