using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Reviews;

/// <summary>What stands against a review of case files.</summary>
internal static class ReviewRefusals
{
    /// <summary>There is too much to choose from.</summary>
    internal static OpeningRefusedException TooMany(int most) => new("review.too_many", ("most", most));

    /// <summary>There is too little to draw from.</summary>
    internal static OpeningRefusedException TooFew(int sample, int found, DateOnly from, DateOnly to) =>
        new("review.too_few", ("sample", sample), ("found", found), ("from", from), ("to", to));

    /// <summary>The cases are of several offices.</summary>
    internal static OpeningRefusedException SeveralOffices(IEnumerable<string> offices) =>
        new("review.several_offices", ("offices", MessageValue.List(offices)));

    /// <summary>The review was refused.</summary>
    internal static OpeningRefusedException NotLodged(RefusalWords why) => new("review.not_lodged", ("code", why.Code), ("why", $"{why}"));

    /// <summary>Nothing is drawn by lot in the case.</summary>
    internal static OpeningRefusedException NotAReview(string number, NameValue process) =>
        new("review.not_a_review", ("number", number), ("process", process));
}
