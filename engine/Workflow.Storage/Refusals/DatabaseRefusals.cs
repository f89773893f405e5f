using Workflow.Engine.Messages;

namespace Workflow.Storage.Refusals;

/// <summary>Databases that this program must not touch.</summary>
internal static class DatabaseRefusals
{
    /// <summary>The database holds tables of another program.</summary>
    internal static DatabaseRefusedException OfAnotherProgram(string database) =>
        new(new Message("database.others", ("database", database)));

    /// <summary>The file has no tables at all.</summary>
    internal static DatabaseRefusedException Empty(string database) => new(new Message("database.empty", ("database", database)));

    /// <summary>An older program wrote the database, and it is opened to be read alone.</summary>
    internal static DatabaseRefusedException Older(string database, long latest, long version) =>
        new(new Message("database.older", ("database", database), ("latest", latest), ("version", version)));

    /// <summary>A newer program wrote the database.</summary>
    internal static DatabaseRefusedException Newer(string database, long latest, long version) =>
        new(new Message("database.newer", ("database", database), ("latest", latest), ("version", version)));
}
