using Workflow.Engine.Deciding;

namespace Workflow.Storage.Running;

/// <summary>A command as it is submitted to the runner.</summary>
/// <param name="Case">The case; null to begin one.</param>
/// <param name="Request">Who asks what.</param>
/// <param name="Key">Under which key the request may be repeated; null when it will not be.</param>
/// <param name="IfMatch">The revision of the command's step that the client saw (for a command without a step: of the case); null for any.</param>
public sealed record Submission(string? Case, Request Request, RequestKey? Key = null, long? IfMatch = null);

/// <summary>The key under which an actor may repeat a request.</summary>
/// <param name="Key">Chosen by the client; scoped to the actor.</param>
/// <param name="RequestHash">The hash of the request, to which the key is bound.</param>
public sealed record RequestKey(string Key, string RequestHash);
