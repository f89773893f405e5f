using Workflow.Storage.Access;
using Workflow.Storage.Databases;

namespace Workflow.Host.Access;

/// <summary>Records what is done at the machine itself, by whom the machine knows.</summary>
public static class Administration
{
    /// <summary>The log of this host.</summary>
    public static AccessLog Log(Database database) => new(database, Environment.MachineName);

    /// <summary>Who sits at the console.</summary>
    public static string Who => $"console {Environment.UserName}";

    public static AccessRecord Act(DateTimeOffset at, string what) => new(at, AccessKinds.Administered, what, Who);

    /// <summary>Records acts; they are on disk when it ends.</summary>
    public static Task Record(Database database, params IReadOnlyCollection<AccessRecord> acts) => Log(database).Append(acts, CancellationToken.None);
}
