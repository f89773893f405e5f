using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.Migration;

/// <summary>What stands against moving cases, before a case is looked at.</summary>
internal static class MigrationRefusals
{
    /// <summary>The mapping does not read.</summary>
    internal static OpeningRefusedException Map(string file, long? line, long? column, Message reason) =>
        new("migration.map", ("file", file), ("line", (line ?? 0) + 1), ("column", (column ?? 0) + 1), ("reason", reason));
}
