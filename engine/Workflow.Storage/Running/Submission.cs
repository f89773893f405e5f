using Workflow.Engine.Deciding;

namespace Workflow.Storage.Running;

/// <summary>A command as it is submitted to the runner.</summary>
/// <param name="Case">The case; null to begin one.</param>
/// <param name="Request">Who asks what.</param>
/// <param name="Key">Under which key the request may be repeated; null when it will not be.</param>
/// <param name="IfMatch">The revision of the command's step that the client saw (for a command without a step: of the case); null for any.</param>
public sealed record Submission(string? Case, Request Request, RequestKey? Key = null, long? IfMatch = null)
{
    /// <summary>What the client is shown instead of the revision of the ledger; null where they are shown the whole case.</summary>
    public SeenRevision? Seen { get; init; }
}

/// <summary>How far a case had come for one who sees a part of it.</summary>
/// <param name="Found">The revision of the command's step, or of the case, as they are shown it.</param>
/// <param name="Entries">How many entries the case had then.</param>
public sealed record SeenRevision(long Found, long Entries)
{
    /// <summary>Up to where one who names a revision knows the case: what they are not shown is no news to them.</summary>
    internal long Known(long expected) => Found <= expected ? Math.Max(expected, Entries) : expected;
}

/// <summary>The key under which an actor may repeat a request.</summary>
/// <param name="Key">Chosen by the client; scoped to the actor.</param>
/// <param name="RequestHash">The hash of the request, to which the key is bound.</param>
public sealed record RequestKey(string Key, string RequestHash);
