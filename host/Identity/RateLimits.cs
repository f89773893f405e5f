using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Host.Answers;

namespace Workflow.Host.Identity;

/// <summary>How much one person and one address may ask: so much at once, and a hundredth of that again each second.</summary>
/// <param name="Person">Requests of a person.</param>
/// <param name="Address">Requests from an address, behind which an office may sit.</param>
/// <param name="Uploads">Files that a person brings.</param>
public sealed record RateLimits(int Person = 3_000, int Address = 20_000, int Uploads = 100)
{
    private const int Share = 100;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Makes the limiter of the host.</summary>
    public void Set(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            By(c => Of($"{c.Connection.RemoteIpAddress}", Address)),
            By(c => Whose(c) is { } person ? Of(person, Person) : Free()),
            By(c => Whose(c) is { } person && Uploading(c) ? Of(person, Uploads) : Free())
        );
        options.OnRejected = (rejected, _) => new ValueTask(Refuse(rejected));
    }

    private static PartitionedRateLimiter<HttpContext> By(Func<HttpContext, RateLimitPartition<string>> partition) =>
        PartitionedRateLimiter.Create(partition);

    private static Task Refuse(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Second;
        var seconds = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ProblemAnswer.Of(rejected.HttpContext, RequestRefusals.TooMany(seconds).Refusal).ExecuteAsync(rejected.HttpContext);
    }

    private static RateLimitPartition<string> Of(string whose, int most) =>
        RateLimitPartition.GetTokenBucketLimiter(
            whose,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = most,
                TokensPerPeriod = Math.Max(1, most / Share),
                ReplenishmentPeriod = Second,
            }
        );

    private static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter("");

    private static string? Whose(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    private static bool Uploading(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Upload>() is not null;
}

/// <summary>Marks an endpoint that takes a file.</summary>
public sealed record Upload;
