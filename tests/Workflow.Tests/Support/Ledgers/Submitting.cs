using Workflow.Engine.Deciding;
using Workflow.Storage.Running;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>Submissions as tests and benchmarks write them.</summary>
internal static class Submitting
{
    /// <summary>Submits with the terms of a client.</summary>
    internal static Task<RunnerAnswer> Submit(
        this CaseRunner runner,
        string? number,
        Request request,
        string? key = null,
        string? hash = null,
        long? ifMatch = null,
        CancellationToken cancellation = default
    ) => runner.Submit(new Submission(number, request, key is null ? null : new RequestKey(key, hash!), ifMatch), cancellation);
}
