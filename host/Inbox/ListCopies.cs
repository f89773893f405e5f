using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Wording;

namespace Workflow.Host.Inbox;

/// <summary><c>GET /api/copies</c>: what the caller, or a post of theirs, was sent for information 抄送, the latest first, with a mark on what they have not read since.</summary>
public static class ListCopies
{
    public sealed record ListedCopy(
        string Case,
        string Process,
        string ProcessTitle,
        string? Party,
        string? Step,
        string? StepTitle,
        DateTimeOffset SentAt,
        bool Unread
    )
    {
        /// <summary>The latest words that urged the caller to read it 催阅, of the day it was sent or later; null for none, and once it is read.</summary>
        public Urging? Urged { get; init; }
    }

    /// <summary>Words that urge, from whom and when.</summary>
    public sealed record Urging(string By, DateOnly On, string Text);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/copies", Handle)
            .Answers<Page<ListedCopy>>(
                "ListCopies",
                "Inbox",
                "抄送我的 / Copies sent to the caller, the latest first, with a mark on the unread"
            )
            .Tagged();

    private static Task<Page<ListedCopy>> Handle(
        HttpContext context,
        CopyList copies,
        string? cursor,
        int? limit,
        CancellationToken cancellation
    ) => copies.Page(Caller.Of(context), Words.Of(context), cursor, Cursor.Limit(limit), cancellation);
}
